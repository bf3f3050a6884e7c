import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { chunks } from '../../util/chunks';
import { Pace } from '../../util/Pace';
import { ApprovalStore } from '../store/ApprovalStore';
import { ChangedPolicies } from './ChangedPolicies';
import { QuorumWatch } from './QuorumWatch';
import { RequestLook } from './RequestLook';

interface Options {
  store: ApprovalStore;
  look: RequestLook;
  /** Absent: policies do not change. */
  changedPolicies?: ChangedPolicies;
  watch: QuorumWatch;
  logger: LoggerService;
}

const SLICE = 10;
/** Of the time: what is lost meanwhile is seen at each vote and before each sending all the same. */
const SHARE = 0.3;

/**
 * Policies that changed, rights of those whose votes are kept, and whether there are people enough. With thousands of open requests
 * it takes long, because it keeps to its share of the time: what must happen at its moment may not wait for it.
 */
export class RightsSweeper {
  static create(options: Options): RightsSweeper {
    return new RightsSweeper(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async sweep(signal?: AbortSignal): Promise<void> {
    const { look, watch } = this.#options;
    const changed = await this.#changedPolicies(signal);
    const ids = [...new Set([...changed, ...(await this.#concerned())])];
    const pace = Pace.begin(SHARE);
    for (const slice of chunks(ids, SLICE)) {
      for (const id of slice) {
        if (signal?.aborted) {
          return;
        }
        await look.take(id);
      }
      await pace.rest();
    }
    await watch.round(changed, signal);
  }

  async #changedPolicies(signal?: AbortSignal): Promise<string[]> {
    const { changedPolicies, logger } = this.#options;
    try {
      return (await changedPolicies?.find(signal)) ?? [];
    } catch (error) {
      logger.debug(`Policies are not looked at: ${stringifyError(error)}`);
      return [];
    }
  }

  /** Ids of what somebody decided, or votes for, who may have lost the right since. */
  async #concerned(): Promise<string[]> {
    return this.#options.store
      .knex('approval_request as r')
      .whereNull('r.closed_at')
      .where(query =>
        query
          .where('r.state', 'held')
          .orWhere(queued =>
            queued.where('r.state', 'queued').where('r.decision', 'approve'),
          )
          .orWhere(voted =>
            voted
              .where('r.state', 'pending')
              .whereExists(votes =>
                votes
                  .select('v.id')
                  .from('approval_vote as v')
                  .whereRaw('v.request_id = r.id')
                  .where('v.status', 'counted'),
              ),
          ),
      )
      .pluck('r.id');
  }
}
