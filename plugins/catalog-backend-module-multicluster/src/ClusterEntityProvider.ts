import {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  ClusterSummary,
  isNotModified,
  MulticlusterApi,
} from '@fairway/backstage-plugin-multicluster-common';
import { toClusterEntity } from './toClusterEntity';

const PAGE = 500;

/** Options of {@link ClusterEntityProvider}. */
export interface ClusterEntityProviderOptions {
  api: Pick<MulticlusterApi, 'listClusters'>;
  auth: AuthService;
  logger: LoggerService;
  taskRunner: SchedulerServiceTaskRunner;
  /** Owner of every cluster entity. */
  owner: string;
  namespace?: string;
}

/** Brings the clusters of the multicluster plugin into the catalog, as Resource entities. */
export class ClusterEntityProvider implements EntityProvider {
  readonly #options: ClusterEntityProviderOptions;

  static create(options: ClusterEntityProviderOptions): ClusterEntityProvider {
    return new ClusterEntityProvider(options);
  }

  private constructor(options: ClusterEntityProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'multicluster-clusters';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#options.taskRunner.run({
      id: this.getProviderName(),
      fn: signal => this.refresh(connection, signal),
    });
  }

  /** Reads every cluster and replaces what the catalog has of them. */
  async refresh(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const clusters = await this.#readAll(signal);
    if (!clusters) {
      // Clusters that merely have not been read must not lose their entities, nor what others wrote about them.
      this.#options.logger.info(
        'Not every source has been read yet; the cluster entities stay as they are',
      );
      return;
    }
    await connection.applyMutation({
      type: 'full',
      entities: onePerCluster(clusters).map(cluster => ({
        entity: toClusterEntity(cluster, this.#options),
        locationKey: this.getProviderName(),
      })),
    });
  }

  /** Undefined: not every source was read to the end. */
  async #readAll(signal: AbortSignal): Promise<ClusterSummary[] | undefined> {
    const { api, auth } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'multicluster',
    });
    const clusters: ClusterSummary[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.listClusters(
        { limit: PAGE, ...(cursor && { cursor }) },
        { token, signal },
      );
      if (isNotModified(page)) {
        throw new ServiceUnavailableError('Asked for no revision, got a 304');
      }
      if (page.coverage.total === null) {
        return undefined;
      }
      clusters.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return clusters;
  }
}

/** Two control planes that share a cluster make one entity of it. */
function onePerCluster(clusters: ClusterSummary[]): ClusterSummary[] {
  const known = new Map<string, ClusterSummary>();
  for (const cluster of clusters) {
    const key = cluster.clusterUid ?? `${cluster.controlPlane}/${cluster.name}`;
    if (!known.has(key)) {
      known.set(key, cluster);
    }
  }
  return [...known.values()];
}
