import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { ApprovalStore } from '../store/ApprovalStore';
import { idempotencyBook } from '../store/idempotencyBook';
import { Row } from '../store/Row';
import { RequestSnapshot } from './ApprovalEngine';
import { ChangedPolicies } from './ChangedPolicies';
import { PersonDesk } from './PersonDesk';
import { TimeTurn } from './TimeTurn';

interface Options {
  store: ApprovalStore;
  desk: PersonDesk;
  turn: TimeTurn;
  /** Absent: policies do not change. */
  changedPolicies?: ChangedPolicies;
  logger: LoggerService;
  changed: (requestId: string) => void;
}

/** Rights of those whose votes are kept, and policies, are read again this often, beside when it matters. */
const RIGHTS_MS = 60_000;
const PRUNE_MS = 3600_000;

/** What time brings: deadlines, windows that open and close, rights that are lost. */
export class Sweeper {
  static create(options: Options): Sweeper {
    return new Sweeper(options);
  }

  readonly #options: Options;
  #rightsAt = -Infinity;
  #prunedAt = -Infinity;

  private constructor(options: Options) {
    this.#options = options;
  }

  async sweep(signal?: AbortSignal): Promise<void> {
    const { store } = this.#options;
    const now = await store.now();
    const withRights = now - this.#rightsAt >= RIGHTS_MS;
    if (withRights) {
      this.#rightsAt = now;
    }
    const changed = withRights ? await this.#changedPolicies(signal) : [];
    const concerned = await this.#concerned(now, withRights);
    for (const id of new Set([...changed, ...concerned])) {
      if (signal?.aborted) {
        return;
      }
      await this.#look(id, withRights);
    }
    if (now - this.#prunedAt >= PRUNE_MS) {
      this.#prunedAt = now;
      await idempotencyBook.prune(store.knex, now);
    }
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

  async #concerned(now: number, withRights: boolean): Promise<string[]> {
    const rows: Row[] = await this.#options.store
      .knex('approval_request as r')
      .whereNull('r.closed_at')
      .where(query => {
        query
          .where('r.state', 'held')
          .orWhere(queued =>
            queued.where('r.state', 'queued').where('r.decision', 'approve'),
          )
          .orWhere(due =>
            due.where('r.state', 'pending').where('r.deadline', '<=', now),
          );
        if (withRights) {
          query.orWhere(voted =>
            voted
              .where('r.state', 'pending')
              .whereExists(votes =>
                votes
                  .select('v.id')
                  .from('approval_vote as v')
                  .whereRaw('v.request_id = r.id')
                  .where('v.status', 'counted'),
              ),
          );
        }
      })
      .select('r.id');
    return rows.map(row => String(row.id));
  }

  /** One that cannot be looked at, because the catalog is away, keeps none of the others waiting. */
  async #look(id: string, withRights: boolean): Promise<void> {
    const { store, desk, turn, logger, changed } = this.#options;
    try {
      const before = await store.snapshot(id);
      if (!withRights && !isDue(before)) {
        return;
      }
      const [facts, policy] = await Promise.all([
        desk.facts(before, undefined),
        desk.policy(before),
      ]);
      const version = await store.change(id, change => {
        turn.take(change, facts, { policy });
        return change;
      });
      if (version.request.version !== before.request.version) {
        changed(id);
      }
    } catch (error) {
      logger.debug(`Request ${id} is not looked at: ${stringifyError(error)}`);
    }
  }
}

/** Whether something about it changes now. Hundreds that wait for the end of a freeze cost nothing until it ends. */
function isDue({ request, readAt }: RequestSnapshot): boolean {
  const { deadline, state, notBefore, policy } = request;
  if (deadline !== undefined && deadline <= readAt) {
    return state !== 'queued';
  }
  const { open } = windowStateAt(policy.windows, readAt);
  return state === 'held' ? open && (notBefore ?? 0) <= readAt : !open;
}
