import { TrailAction } from '@fairway/backstage-plugin-multicluster-common';
import { advance } from '../rules/machine/advance';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance } from './applyAdvance';
import { DirectoryFacts } from './directory/DirectoryFacts';
import { expireIfDue } from './expireIfDue';
import { holdingRefusal } from './holdingRefusal';
import { isLeased } from './isLeased';
import { isPastWindows } from './isPastWindows';
import type { Known } from './PersonDesk';
import { PolicyTurn } from './PolicyTurn';
import { StepPlanner } from './StepPlanner';
import { voidLost } from './voidLost';
import { VoterJudge } from './VoterJudge';

interface Options {
  judge: VoterJudge;
  planner: StepPlanner;
  policy: PolicyTurn;
}

/** What time does to one request: its policy changes, its deadline passes, rights are lost, windows open and close. */
export class TimeTurn {
  static create(options: Options): TimeTurn {
    return new TimeTurn(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Without effect where somebody voted of whom the catalog was not asked. */
  take(change: RequestChange, facts: DirectoryFacts, known: Known): void {
    expireIfDue(change, this.#options.planner);
    const asked = change.counted.every(({ voter }) => facts.person(voter));
    if (change.request.closedAt !== undefined || !asked) {
      return;
    }
    this.#options.policy.take(change, facts, known.policy);
    voidLost(change, facts, this.#options);
    const { request, now } = change;
    const { open } = windowStateAt(request.policy.windows, now);
    const due =
      request.state === 'held' && open && (request.notBefore ?? 0) <= now;
    // E27: no gate opens while nobody can tell what waits behind it.
    if (due && !known.unreadable && !holdingRefusal(request)) {
      this.#open(change, facts);
    }
    this.#closeIfFrozen(change);
  }

  /** As much of it as needs no catalog: a deadline passes and a freeze begins although nobody can say who may vote. */
  takeClock(change: RequestChange): void {
    expireIfDue(change, this.#options.planner);
    this.#closeIfFrozen(change);
  }

  /** E9. */
  #open(change: RequestChange, facts: DirectoryFacts): void {
    const { judge } = this.#options;
    // By the stricter of two policies a refusal may suffice that did not when it was cast.
    const quorumMet = judge.holds(change.request, change.counted, facts);
    this.#apply(change, quorumMet ? 'window.opened' : 'request.reopened', {
      event: { type: 'gates-opened', quorumMet },
    });
  }

  /** E10. What was decided past the rules goes past a freeze as well. */
  #closeIfFrozen(change: RequestChange): void {
    const { policy, state } = change.request;
    if (
      state !== 'queued' ||
      isPastWindows(change.request) ||
      windowStateAt(policy.windows, change.now).open
    ) {
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
    action: TrailAction,
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
