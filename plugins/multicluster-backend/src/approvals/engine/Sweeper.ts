import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { advance } from '../rules/machine/advance';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { ApprovalStore } from '../store/ApprovalStore';
import { idempotencyBook } from '../store/idempotencyBook';
import { RequestChange } from '../store/RequestChange';
import { Row } from '../store/Row';
import { applyAdvance } from './applyAdvance';
import { RequestSnapshot } from './ApprovalEngine';
import { DirectoryFacts } from './directory/DirectoryFacts';
import { expireIfDue } from './expireIfDue';
import { isLeased } from './isLeased';
import { PersonDesk } from './PersonDesk';
import { StepPlanner } from './StepPlanner';
import { VoterJudge } from './VoterJudge';

interface Options {
  store: ApprovalStore;
  desk: PersonDesk;
  judge: VoterJudge;
  planner: StepPlanner;
  logger: LoggerService;
  changed: (requestId: string) => void;
}

/** Rights of those whose votes are kept are read again this often, beside when it matters. */
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
    for (const id of await this.#concerned(now, withRights)) {
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
    const { store, desk, logger, changed } = this.#options;
    try {
      const before = await store.snapshot(id);
      if (!withRights && !isDue(before)) {
        return;
      }
      const facts = await desk.facts(before, undefined);
      const version = await store.change(id, change => {
        this.#advance(change, facts);
        return change;
      });
      if (version.request.version !== before.request.version) {
        changed(id);
      }
    } catch (error) {
      logger.debug(`Request ${id} is not looked at: ${stringifyError(error)}`);
    }
  }

  #advance(change: RequestChange, facts: DirectoryFacts): void {
    expireIfDue(change, this.#options.planner);
    const known = change.counted.every(({ voter }) => facts.person(voter));
    if (change.request.closedAt !== undefined || !known) {
      return;
    }
    this.#voidLost(change, facts);
    const { request, now } = change;
    const window = windowStateAt(request.policy.windows, now);
    if (request.state === 'held') {
      if (window.open && (request.notBefore ?? 0) <= now) {
        this.#open(change, facts);
      }
    } else if (request.state === 'queued' && !window.open) {
      this.#close(change);
    }
  }

  /** E24. */
  #voidLost(change: RequestChange, facts: DirectoryFacts): void {
    const { judge } = this.#options;
    const lost = judge.lost(change.request, change.counted, facts);
    if (lost.length === 0) {
      return;
    }
    const kept = change.counted.filter(
      ({ id }) => !lost.some(gone => gone.id === id),
    );
    this.#apply(change, 'vote.voided', {
      event: {
        type: 'eligibility-lost',
        quorumMet: judge.holds(change.request, kept, facts),
        leased: isLeased(change.steps, change.now),
      },
      named: { votes: lost.map(({ id }) => id), reason: lost[0].code },
    });
  }

  /** E9. */
  #open(change: RequestChange, facts: DirectoryFacts): void {
    const { judge } = this.#options;
    const { quorumMet } = judge.tally(change.request, change.counted, facts);
    this.#apply(change, quorumMet ? 'window.opened' : 'request.reopened', {
      event: { type: 'gates-opened', quorumMet },
    });
  }

  /** E10. What was decided past the rules goes past a freeze as well. */
  #close(change: RequestChange): void {
    const { breakGlass, policy } = change.request;
    if (breakGlass) {
      return;
    }
    this.#apply(change, 'request.frozen', {
      event: {
        type: 'gates-closed',
        overrun: policy.overrun,
        leased: isLeased(change.steps, change.now),
      },
    });
  }

  #apply(
    change: RequestChange,
    action: string,
    told: {
      event: Parameters<typeof advance>[1];
      named?: { votes: string[]; reason: string };
    },
  ): void {
    applyAdvance(change, advance(change.request, told.event), {
      actor: 'system',
      action,
      planner: this.#options.planner,
      ...(told.named && {
        named: told.named,
        payload: { votes: told.named.votes, why: told.named.reason },
      }),
    });
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
