import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { ApprovalStore } from '../store/ApprovalStore';
import { idempotencyBook } from '../store/idempotencyBook';
import { ofColumn } from '../store/ofColumn';
import { Row } from '../store/Row';
import { RequestSnapshot } from './ApprovalEngine';
import { ChangedPolicies } from './ChangedPolicies';
import { PersonDesk } from './PersonDesk';
import { QuorumWatch } from './QuorumWatch';
import { TimeTurn } from './TimeTurn';

const { number, json } = ofColumn;

interface Options {
  store: ApprovalStore;
  desk: PersonDesk;
  turn: TimeTurn;
  /** Absent: policies do not change. */
  changedPolicies?: ChangedPolicies;
  watch: QuorumWatch;
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
      await this.#look(id);
    }
    if (withRights) {
      await this.#options.watch.round(changed, signal);
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
      .select('r.id', 'r.state', 'r.deadline', 'r.not_before', 'r.policy');
    // Judged by these rows: hundreds that wait for the end of a freeze are not read whole each time.
    return rows
      .filter(row => withRights || isDue(row, now))
      .map(row => String(row.id));
  }

  /** One that cannot be looked at keeps none of the others waiting. Deadlines and freezes need no catalog. */
  async #look(id: string): Promise<void> {
    const { store, turn, logger, changed } = this.#options;
    try {
      const before = await store.snapshot(id);
      const read = await this.#read(before);
      const version = await store.change(id, change => {
        if (read) {
          turn.take(change, ...read);
        } else {
          turn.takeClock(change);
        }
        return change;
      });
      if (version.request.version !== before.request.version) {
        changed(id);
      }
    } catch (error) {
      logger.warn(`Request ${id} is not looked at: ${stringifyError(error)}`);
    }
  }

  /** Undefined: the catalog is away. */
  async #read(before: RequestSnapshot) {
    const { desk, logger } = this.#options;
    try {
      return await Promise.all([
        desk.facts(before, undefined),
        desk.known(before),
      ]);
    } catch (error) {
      logger.debug(`Rights are not looked at: ${stringifyError(error)}`);
      return undefined;
    }
  }
}

/** Whether something about it changes now. What was sealed before its deadline is honoured. */
function isDue(row: Row, now: number): boolean {
  const held = row.state === 'held';
  const deadline = number(row.deadline);
  if (row.state !== 'queued' && deadline !== undefined && deadline <= now) {
    return true;
  }
  const { windows } = json<ApprovalPolicy>(row.policy)!;
  const { open } = windowStateAt(windows, now);
  return held ? open && (number(row.not_before) ?? 0) <= now : !open;
}
