import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { ClusterPolicies } from '../views/platform/ClusterPolicies';
import { selectLostClusters, LostCluster } from './selectLostClusters';
import { selectLossByOwner } from './selectLossByOwner';
import { toNotification } from './toNotification';

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

  /** Sends what is due. */
  async run(): Promise<void> {
    for (const cluster of await selectLostClusters(this.#knex)) {
      const due =
        cluster.back ||
        this.#now() - cluster.stateSince >= this.#policies.graceMs(cluster);
      if (due && (await this.#send(cluster))) {
        await this.#remember(cluster);
      }
    }
  }

  /** Resolves to false when it must be tried again. Repeats do no harm: their scope makes them an update. */
  async #send(cluster: LostCluster): Promise<boolean> {
    try {
      for (const loss of await selectLossByOwner(this.#knex, cluster.id)) {
        await this.#notifications.send(toNotification(cluster, loss));
      }
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

  async #remember(cluster: LostCluster): Promise<void> {
    const key = { source: cluster.controlPlane, cluster: cluster.name };
    if (cluster.back) {
      await this.#knex('cluster_notice').where(key).delete();
      return;
    }
    await this.#knex('cluster_notice')
      .insert({
        ...key,
        state_since: cluster.stateSince,
        sent_at: this.#now(),
      })
      .onConflict(['source', 'cluster'])
      .merge();
  }
}
