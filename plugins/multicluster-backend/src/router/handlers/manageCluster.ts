import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterActionInput,
  ClusterName,
} from '../../service/ClusterActionService';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

type Path = { controlPlane: string; name: string; action: Action };
type Action = ClusterActionInput['action'];

/** `POST /v1/clusters/{controlPlane}/{name}/actions/{action}` */
export function manageCluster(
  options: RouterOptions & Required<Pick<RouterOptions, 'clusterActions'>>,
) {
  return writeHandler<ActionPreview, Path, Omit<ClusterActionInput, 'action'>>(
    options,
    {
      eventId: 'cluster-manage',
      severity: 'high',
      meta: ({ controlPlane, name, action }, { dryRun }) => ({
        controlPlane,
        cluster: name,
        action,
        dryRun,
      }),
      matches: false,
      write: ({ action, ...path }, body, writing) => {
        const cluster: ClusterName = path;
        return options.clusterActions.manage(
          cluster,
          { ...body, action },
          writing,
        );
      },
    },
  );
}
