import { HumanDuration } from '@backstage/types';

export interface Config {
  multicluster?: {
    /** Environments and the clusters that belong to them; a cluster belongs to the first whose rule holds. */
    environments?: Array<{
      /** Name, as in filters and answers. */
      name: string;
      /** What people read; the name when absent. */
      title?: string;
      /** Which clusters; everything named here must hold. */
      clusters: {
        /** Names, with `*` and `?`. */
        names?: string[];
        /** Labels of the cluster at its control plane. */
        labels?: { [key: string]: string };
        /** Configured name of a source. */
        controlPlane?: string;
      };
    }>;

    /** How clusters are judged. */
    clusters?: {
      /** Clusters that come and go by design, for example at the edge; names with `*` and `?`. */
      intermittent?: string[];
      /** How long a cluster may not be ready before owners are notified; one minute by default. */
      grace?: HumanDuration | string;
      /** The same for intermittent clusters; one day by default. */
      intermittentGrace?: HumanDuration | string;
    };

    /** How entities find their workloads. */
    matching?: {
      /**
       * What is shown of workloads that only the entity's own YAML claims: `hidden` (the default) or `placement`, which
       * lets whoever can register an entity see where any workload runs.
       */
      claimed?: 'hidden' | 'placement';
      /**
       * The platform's word on whom a namespace belongs to. Confirms what entities of the owner claim there, and keeps labels
       * from confirming anything for others. An owner and a system in one entry must both be the entity's.
       */
      namespaces?: Array<{
        /** Configured name of a source; any when absent. */
        controlPlane?: string;
        /** Namespace, with `*` and `?`. */
        namespace: string;
        /** Ref of the owner. */
        owner?: string;
        /** Ref of the system. Every entity names its own, so without an owner it needs `trustSystem`. */
        system?: string;
        /** Accepts a system without an owner: whoever may register entities then has the namespace. */
        trustSystem?: boolean;
      }>;
      /** How often the catalog is read for what entities claim; 30 seconds by default. */
      every?: HumanDuration | string;
    };

    /** How long is kept what is not needed for today's answers. */
    retention?: {
      /** Changes of derived states, which history reads from; 90 days by default. */
      transitions?: HumanDuration | string;
    };

    /** Reads on demand: pods, events, rendered manifests and logs. */
    detail?: {
      /** How long each cluster may take; three seconds by default. */
      deadline?: HumanDuration | string;
      /** Reads under way at once, over all callers; 32 by default. */
      maxInFlight?: number;
      /** Logs that a user may follow at once; 4 by default. */
      logsPerUser?: number;
      /** Characters of a log before it ends; ten million by default. */
      logMaxChars?: number;
      /** How long a log may be followed; half an hour by default. */
      logMaxDuration?: HumanDuration | string;
    };
  };
}
