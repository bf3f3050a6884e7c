import { advance } from '../rules/machine/advance';
import { applyAdvance } from '../engine/applyAdvance';
import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { hasBegun } from '../engine/hasBegun';
import { StepPlanner } from '../engine/StepPlanner';
import { VoterJudge } from '../engine/VoterJudge';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestChange } from '../store/RequestChange';
import { findStop } from '../stops/findStop';
import { selectStops } from '../stops/selectStops';
import { DueStep } from './selectDueSteps';
import { StepHold } from './StepHold';

interface Options {
  store: ApprovalStore;
  planner: StepPlanner;
  judge: VoterJudge;
  owner: string;
  leaseMs: number;
}

/** Takes steps up: one worker at a time, and only while everything that has to hold still does. */
export class StepLease {
  static create(options: Options): StepLease {
    return new StepLease(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Takes a step up. Undefined: somebody else has it, the line is stopped, or it is not to be sent by now; what that means for
   * the request is written then.
   *
   * @param facts - what the catalog says now of those who voted; absent: it cannot be read, and nothing is sent
   */
  async take(
    due: DueStep,
    facts: DirectoryFacts | undefined,
    inRequest?: { userCredential?: string },
  ): Promise<StepHold | undefined> {
    const { store } = this.#options;
    return store.change(due.requestId, async (change, trx) => {
      const step = change.step(due.id);
      const inHand = inRequest !== undefined && step?.state === 'leased';
      if (
        !step ||
        step.fence !== due.fence ||
        !(inHand || isFree(step, change.now))
      ) {
        return undefined;
      }
      if (step.state === 'sent' || step.state === 'ambiguous') {
        this.#noteCrash(change, due.id);
        return this.#hold(change, due.id, 'look');
      }
      const stop = findStop(await selectStops(trx, change.now), change.request);
      if (
        stop ||
        !facts ||
        !this.#mayBeSent(change, due.id, facts, inRequest?.userCredential)
      ) {
        return undefined;
      }
      const hold = this.#hold(change, due.id, 'send');
      return { ...hold, userCredential: inRequest?.userCredential };
    });
  }

  /** What was marked as being sent and has a holder that is silent may have had its effect: nobody knows. */
  #noteCrash(change: RequestChange, id: string): void {
    const step = change.step(id)!;
    const silent = step.leaseOwner !== undefined && step.nextAt === undefined;
    if (step.state === 'sent' && silent) {
      change.updateStep(id, { state: 'ambiguous' });
      applyAdvance(change, advance(change.request, { type: 'ambiguous' }), {
        actor: 'system',
        action: 'step.ambiguous',
        planner: this.#options.planner,
        payload: { step: step.key, why: 'crash' },
      });
    }
  }

  #mayBeSent(
    change: RequestChange,
    id: string,
    facts: DirectoryFacts,
    userCredential?: string,
  ): boolean {
    return (
      (userCredential !== undefined || this.#hasUser(change, id)) &&
      this.#isOpen(change) &&
      this.#isEntitled(change, id, facts)
    );
  }

  /** Without the person's own request nothing can be sent in their name: it is given back, and they decide once more. */
  #hasUser(change: RequestChange, id: string): boolean {
    if (change.request.delivery !== 'in-request') {
      return true;
    }
    const begun = hasBegun(change.steps);
    this.#apply(
      change,
      advance(change.request, {
        type: 'preflight-failed',
        why: 'eligibility',
        begun,
      }),
      'step.needs-user',
      id,
    );
    return false;
  }

  /** A freeze that began between the look of the sweep and this one. */
  #isOpen(change: RequestChange): boolean {
    const { request } = change;
    if (request.decision !== 'approve' || request.breakGlass) {
      return true;
    }
    const { overrun, windows } = request.policy;
    if (
      hasBegun(change.steps) ||
      overrun ||
      windowStateAt(windows, change.now).open
    ) {
      return true;
    }
    this.#apply(
      change,
      advance(request, { type: 'gates-closed', overrun, leased: false }),
      'request.frozen',
    );
    return request.state !== 'queued';
  }

  /** E17, E24: whoever decided it still has to be somebody who may. */
  #isEntitled(
    change: RequestChange,
    id: string,
    facts: DirectoryFacts,
  ): boolean {
    const { judge } = this.#options;
    const lost = judge.lost(change.request, change.counted, facts);
    if (lost.length === 0) {
      return true;
    }
    const begun = hasBegun(change.steps);
    const { voter } = change.step(id)!;
    if (begun) {
      const own = change.counted.find(vote => vote.voter === voter);
      const concerned = lost.some(({ id: vote }) => vote === own?.id);
      if (concerned) {
        this.#apply(
          change,
          advance(change.request, {
            type: 'preflight-failed',
            why: 'eligibility',
            begun,
          }),
          'step.voter-lost',
          id,
        );
      }
      return !concerned;
    }
    const kept = change.counted.filter(
      vote => !lost.some(({ id: gone }) => gone === vote.id),
    );
    const quorumMet = judge.holds(change.request, kept, facts);
    this.#apply(
      change,
      advance(change.request, {
        type: 'eligibility-lost',
        quorumMet,
        leased: false,
      }),
      'vote.voided',
      undefined,
      { votes: lost.map(({ id: vote }) => vote), reason: lost[0].code },
    );
    // What is left of the decision, if anything, is looked at again in a moment.
    return false;
  }

  #apply(
    change: RequestChange,
    result: ReturnType<typeof advance>,
    action: string,
    step?: string,
    named?: { votes: string[]; reason: string },
  ): void {
    applyAdvance(change, result, {
      actor: 'system',
      action,
      planner: this.#options.planner,
      ...(step && { step: { id: step } }),
      ...(named && {
        named,
        payload: { votes: named.votes, why: named.reason },
      }),
    });
  }

  #hold(
    change: RequestChange,
    stepId: string,
    phase: StepHold['phase'],
  ): StepHold {
    const fence = change.step(stepId)!.fence + 1;
    change.touchStep(stepId, {
      fence,
      leaseOwner: this.#options.owner,
      leaseUntil: change.now + this.#options.leaseMs,
    });
    return {
      requestId: change.request.id,
      stepId,
      fence,
      phase,
      request: change.request,
      steps: change.steps,
      step: change.step(stepId)!,
      votes: change.counted,
      now: change.now,
    };
  }
}

function isFree(
  { leaseUntil, nextAt }: { leaseUntil?: number; nextAt?: number },
  now: number,
): boolean {
  return (leaseUntil ?? 0) <= now && (nextAt ?? 0) <= now;
}
