import {
  ActionPreview,
  multiclusterClusterCordonPermission,
  multiclusterFleetReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { Writing } from '../service/Acting';
import {
  ClusterActionInput,
  ClusterActionService,
  ClusterActor,
  ClusterName,
} from '../service/ClusterActionService';
import { notFound } from '../util/codedErrors';
import { ActingReader } from './ActingReader';
import { EntityAccess } from './EntityAccess';

interface Options {
  clusters: ClusterActor;
  acting: ActingReader;
  access: EntityAccess;
}

/** Lets people with `multicluster.cluster.cordon` cordon clusters that they may see. */
export class AuthorizedClusterActionService implements ClusterActionService {
  readonly #options: Options;

  static create(options: Options): ClusterActionService {
    return new AuthorizedClusterActionService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async manage(
    cluster: ClusterName,
    input: ClusterActionInput,
    options: Writing,
  ): Promise<ActionPreview> {
    const { clusters, acting, access } = this.#options;
    // Before anything is said of a cluster: whoever may not see the fleet learns no names by asking.
    if (
      !(await access.granted(
        multiclusterFleetReadPermission,
        options.credentials,
      ))
    ) {
      throw noCluster();
    }
    const by = await acting.read(multiclusterClusterCordonPermission, options);
    const preview = await clusters.manage(cluster, input, by);
    if (!preview) {
      throw noCluster();
    }
    return preview;
  }
}

function noCluster() {
  return notFound('cluster-not-found', 'No such cluster');
}
