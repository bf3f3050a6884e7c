import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { ClusterPolicies } from '../views/platform/ClusterPolicies';
import { readClaimVersion } from '../matching/operations/readClaimVersion';
import { deleteIdleNotices } from './deleteIdleNotices';
import { selectLostClusters, LostCluster } from './selectLostClusters';
import { OwnerLoss, selectLossByOwner } from './selectLossByOwner';
import { toNotification } from './toNotification';

/** Who becomes an owner later than this after the grace is not told of a loss. */
const TELL_FOR_MS = 24 * 3600_000;
/** A lost cluster whose owners all know is looked at again this often, because reading what ran there takes long. */
const LOOK_AGAIN_MS = 15 * 60_000;

/** As of when every owner on a lost cluster was told. */
interface Looked {
  stateSince: number;
  claims: string;
  at: number;
}

interface Options {
  knex: Knex;
  notifications: NotificationService;
  policies: ClusterPolicies;
  logger: LoggerService;
  now?: () => number;
}

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
  readonly #looked = new Map<number, Looked>();
  #failed = false;

  static create(options: Options): ClusterNotices {
    return new ClusterNotices(options);
  }

  private constructor(options: Options) {
    this.#knex = options.knex;
    this.#notifications = options.notifications;
    this.#policies = options.policies;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** Sends what is due. Repeats do no harm: their scope makes them an update. */
  async run(signal?: AbortSignal): Promise<void> {
    await deleteIdleNotices(this.#knex);
    const lost = await selectLostClusters(this.#knex);
    const claims = await readClaimVersion(this.#knex);
    for (const cluster of lost) {
      if (signal?.aborted) {
        return;
      }
      if (cluster.back) {
        await this.#sayThatBack(cluster);
      } else if (this.#isDue(cluster) && this.#isNews(cluster, claims)) {
        await this.#sayThatLost(cluster, claims);
      }
    }
  }

  #isDue(cluster: LostCluster): boolean {
    const lostFor = this.#now() - cluster.stateSince;
    const grace = this.#policies.graceMs(cluster);
    return lostFor >= grace && lostFor < grace + TELL_FOR_MS;
  }

  /** Somebody may have become an owner since all of them were told, through a claim at once and through a label in a while. */
  #isNews({ id, stateSince }: LostCluster, claims: string): boolean {
    const looked = this.#looked.get(id);
    return (
      looked?.stateSince !== stateSince ||
      looked.claims !== claims ||
      this.#now() - looked.at >= LOOK_AGAIN_MS
    );
  }

  /** Also to owners who were not known yet when the cluster was lost. */
  async #sayThatLost(cluster: LostCluster, claims: string): Promise<void> {
    const { id, stateSince, told } = cluster;
    const looked = { stateSince, claims, at: this.#now() };
    let all = true;
    for (const loss of await selectLossByOwner(this.#knex, id)) {
      if (told.includes(loss.ownerRef)) {
        continue;
      }
      if (await this.#send(cluster, loss)) {
        await this.#knex('cluster_notice')
          .insert({ ...keyOf(cluster, loss), sent_at: this.#now() })
          .onConflict(['source', 'cluster', 'owner_ref'])
          .merge();
      } else {
        all = false;
      }
    }
    if (all) {
      this.#looked.set(id, looked);
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
    this.#looked.delete(cluster.id);
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
