import { TrailAction } from '@fairway/backstage-plugin-multicluster-common';
import { aloneBy } from '../engine/aloneBy';
import { applyAdvance } from '../engine/applyAdvance';
import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { hasBegun } from '../engine/hasBegun';
import { holdingRefusal } from '../engine/holdingRefusal';
import { isEmergency } from '../engine/isEmergency';
import { isPastWindows } from '../engine/isPastWindows';
import { PolicyTurn } from '../engine/PolicyTurn';
import { sentenceOfCode } from '../engine/sentenceOfCode';
import { StepPlanner } from '../engine/StepPlanner';
import { VoterJudge } from '../engine/VoterJudge';
import { advance } from '../rules/machine/advance';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { RequestChange } from '../store/RequestChange';
import type { LeaseFacts } from './StepLease';

/** How often what is held back by a refusal is looked at. */
const LOOK_AGAIN_MS = 5_000;

interface Options {
  planner: StepPlanner;
  judge: VoterJudge;
  policy: PolicyTurn;
}

/** What has to hold still of a decision when a step of it is taken up, as far as the portal itself knows. */
export class SendChecks {
  static create(options: Options): SendChecks {
    return new SendChecks(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** False: it is not to be sent by now; what that means for the request is written then. */
  pass(
    change: RequestChange,
    id: string,
    facts: LeaseFacts,
    userCredential?: string,
  ): boolean {
    return (
      (userCredential !== undefined || this.#hasUser(change, id)) &&
      this.#isStillQueued(change, facts) &&
      this.#isOpen(change) &&
      this.#isNotHeldBack(change, id, facts) &&
      this.#isEntitled(change, id, facts.people)
    );
  }

  /** E25, as long as nothing of it was sent: what the policy asks by now may not be met. */
  #isStillQueued(change: RequestChange, facts: LeaseFacts): boolean {
    const { id, state } = change.delivery ?? {};
    this.#options.policy.take(change, facts.people, facts.policy);
    // Refusals that suffice by now are another delivery, which waits as this one did.
    return change.delivery?.id === id && change.delivery?.state === state;
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
    if (request.decision !== 'approve' || isPastWindows(request)) {
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
    return false;
  }

  /** A refusal of the request as a whole passes or does not; votes wait for it, and whoever looks is told so. */
  #isNotHeldBack(
    change: RequestChange,
    id: string,
    { policy }: LeaseFacts,
  ): boolean {
    const { request } = change;
    // By now as well: what the request itself says may be a minute old.
    const refusal = request.refusal ?? policy?.refusal;
    const code = holdingRefusal({ ...request, refusal });
    if (!code) {
      return true;
    }
    const why = sentenceOfCode(code);
    const patch = { nextAt: change.now + LOOK_AGAIN_MS, sentence: why };
    // That it still waits for the same is no news.
    if (change.step(id)?.sentence?.code === why.code) {
      change.touchStep(id, patch);
    } else {
      change.updateStep(id, patch);
      change.note({
        actor: 'system',
        action: 'step.held-back',
        payload: { step: change.step(id)!.key, why: code },
      });
    }
    return false;
  }

  /** What became of a decision whose voter may not any more. */
  #loseVoter(change: RequestChange, id: string, begun: boolean): void {
    const event = {
      type: 'preflight-failed',
      why: 'eligibility',
      begun,
    } as const;
    this.#apply(change, advance(change.request, event), 'step.voter-lost', id);
  }

  /** E17, E24: whoever decided it still has to be somebody who may. */
  #isEntitled(
    change: RequestChange,
    id: string,
    facts: DirectoryFacts,
  ): boolean {
    const { judge } = this.#options;
    const begun = hasBegun(change.steps);
    const { request } = change;
    const alone = aloneBy(request);
    if (alone !== undefined && !facts.person(alone)?.exists) {
      this.#loseVoter(change, id, begun);
      return false;
    }
    const lost = judge.lost(request, change.counted, facts);
    if (isEmergency(request) || lost.length === 0) {
      return true;
    }
    const { voter } = change.step(id)!;
    if (begun) {
      const own = change.counted.find(vote => vote.voter === voter);
      const concerned = lost.some(({ id: vote }) => vote === own?.id);
      if (concerned) {
        this.#loseVoter(change, id, begun);
      }
      return !concerned;
    }
    const kept = change.counted.filter(
      vote => !lost.some(({ id: gone }) => gone === vote.id),
    );
    const quorumMet = judge.holds(change.request, kept, facts);
    if (change.request.state === 'delivering') {
      // Taken up and never sent: only noted there, it would be looked at for ever.
      this.#loseVoter(change, id, begun);
      return false;
    }
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
    action: TrailAction,
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
}
