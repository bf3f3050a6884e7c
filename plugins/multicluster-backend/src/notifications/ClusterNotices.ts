import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { ClusterPolicies } from '../views/platform/ClusterPolicies';
import { selectLostClusters, LostCluster } from './selectLostClusters';
import { OwnerLoss, selectLossByOwner } from './selectLossByOwner';
import { toNotification } from './toNotification';

/** Who becomes an owner later than this after a loss is not told of it. */
const TELL_FOR_MS = 24 * 3600_000;

/**
 * Tells owners that a cluster with copies of their services is lost: one notification per owner and cluster, and one more
 * when it is back.
 */
export class ClusterNotices {
  readonly #knex: Knex;
  readonly #notifications: NotificationService;
  readonly #policies: ClusterPolicies;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  #failed = false;

  static create(options: {
    knex: Knex;
    notifications: NotificationService;
    policies: ClusterPolicies;
    logger: LoggerService;
    now?: () => number;
  }): ClusterNotices {
    return new ClusterNotices(options);
  }

  private constructor(options: {
    knex: Knex;
    notifications: NotificationService;
    policies: ClusterPolicies;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#knex = options.knex;
    this.#notifications = options.notifications;
    this.#policies = options.policies;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** Sends what is due. Repeats do no harm: their scope makes them an update. */
  async run(): Promise<void> {
    for (const cluster of await selectLostClusters(this.#knex)) {
      if (cluster.back) {
        await this.#sayThatBack(cluster);
      } else if (this.#isDue(cluster)) {
        await this.#sayThatLost(cluster);
      }
    }
  }

  #isDue(cluster: LostCluster): boolean {
    const lostFor = this.#now() - cluster.stateSince;
    return lostFor >= this.#policies.graceMs(cluster) && lostFor < TELL_FOR_MS;
  }

  /** Also to owners who were not known yet when the cluster was lost. */
  async #sayThatLost(cluster: LostCluster): Promise<void> {
    for (const loss of await selectLossByOwner(this.#knex, cluster.id)) {
      if (
        !cluster.told.includes(loss.ownerRef) &&
        (await this.#send(cluster, loss))
      ) {
        await this.#knex('cluster_notice')
          .insert({ ...keyOf(cluster, loss), sent_at: this.#now() })
          .onConflict(['source', 'cluster', 'owner_ref'])
          .merge();
      }
    }
  }

  /** To everyone who was told, whether or not they still have anything there. */
  async #sayThatBack(cluster: LostCluster): Promise<void> {
    const losses = await selectLossByOwner(this.#knex, cluster.id);
    for (const ownerRef of cluster.told) {
      const loss = losses.find(item => item.ownerRef === ownerRef) ?? {
        ownerRef,
        workloads: [],
      };
      if (await this.#send(cluster, loss)) {
        await this.#knex('cluster_notice').where(keyOf(cluster, loss)).delete();
      }
    }
  }

  /** Resolves to false when it must be tried again. */
  async #send(cluster: LostCluster, loss: OwnerLoss): Promise<boolean> {
    try {
      await this.#notifications.send(toNotification(cluster, loss));
      this.#failed = false;
      return true;
    } catch (error) {
      if (!this.#failed) {
        this.#failed = true;
        this.#logger.warn(
          'Owners cannot be notified of lost clusters; is the notifications back end installed?',
          error instanceof Error ? error : undefined,
        );
      }
      return false;
    }
  }
}

function keyOf(cluster: LostCluster, loss: OwnerLoss) {
  return {
    source: cluster.controlPlane,
    cluster: cluster.name,
    owner_ref: loss.ownerRef,
  };
}
