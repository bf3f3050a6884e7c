import { advance } from '../rules/machine/advance';
import { applyAdvance } from '../engine/applyAdvance';
import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { hasBegun } from '../engine/hasBegun';
import { StepPlanner } from '../engine/StepPlanner';
import { GivenPolicy } from '../observe/RequestRules';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestChange } from '../store/RequestChange';
import { findStop } from '../stops/findStop';
import { selectStops } from '../stops/selectStops';
import { DueStep } from './selectDueSteps';
import { passesStops } from './passesStops';
import { SendChecks } from './SendChecks';
import { StepHold } from './StepHold';

/** What holds by now, read before a step is taken up. */
export interface LeaseFacts {
  /** What the catalog says of those who voted. */
  people: DirectoryFacts;
  /** Absent: policies do not change. */
  policy?: GivenPolicy;
}

interface Options {
  store: ApprovalStore;
  planner: StepPlanner;
  checks: SendChecks;
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
   * @param facts - absent: the catalog cannot be read, and nothing is sent but what holds a lane again
   */
  async take(
    due: DueStep,
    facts: LeaseFacts | undefined,
    inRequest?: { userCredential?: string },
  ): Promise<StepHold | undefined> {
    const { store, checks } = this.#options;
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
      const passes = passesStops(change.request, step);
      const stop = passes
        ? undefined
        : findStop(await selectStops(trx, change.now), change.request);
      // What closes again what was opened asks nobody: until it went, a cluster takes whatever is rendered for it.
      const isUnasked = passes && hasBegun(change.steps);
      if (
        stop ||
        (!isUnasked &&
          !(
            facts &&
            checks.pass(change, due.id, facts, inRequest?.userCredential)
          ))
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
