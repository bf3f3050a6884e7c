import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Clusters of the multicluster plugin as Resource entities. */
      multicluster?: {
        /** When clusters are read; every five minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Owner of every cluster entity, for example `group:default/platform`; `unknown` by default. */
        owner?: string;
        /** Namespace of the cluster entities; the default one by default. */
        namespace?: string;
      };
    };
  };
}
