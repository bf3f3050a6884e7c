import {
  Actor,
  sentence,
  TrailAction,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestEvent } from '../model/RequestEvent';
import { RequestRecord } from '../model/RequestRecord';
import { advance } from '../rules/machine/advance';
import { sentenceOfEffect } from '../rules/sentenceOfEffect';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance, EffectContext } from './applyAdvance';
import {
  ApprovalEngine,
  RequestSnapshot,
  SubjectChange,
} from './ApprovalEngine';
import { externalActor } from './externalActor';
import { hasBegun } from './hasBegun';
import { isLeased } from './isLeased';
import { refusalAfter } from './refusalAfter';
import { StepPlanner } from './StepPlanner';

type Telling = Parameters<ApprovalEngine['decidedElsewhere']>[1];
type End = Parameters<ApprovalEngine['endedUndecided']>[1];

/** Two reads that do not find a gate must be so far apart that no hiccup of the tool makes both. */
const GONE_FOR_MS = 5_000;

interface Options {
  store: ApprovalStore;
  planner: StepPlanner;
}

/** What whoever observes tells: nobody's wish, so that nothing here is ever refused. */
export class ObservedEvents {
  static create(options: Options): ObservedEvents {
    return new ObservedEvents(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async subjectChanged(
    id: string,
    { refusal, ...about }: SubjectChange,
  ): Promise<RequestSnapshot> {
    return this.#change(id, change => {
      const { request } = change;
      const patch = {
        ...about,
        refusal: refusalAfter(request.refusal, refusal),
      };
      if (request.subjectDigest === about.subjectDigest) {
        this.#describe(change, patch);
        return;
      }
      // What is on its way is compared by its preflight, and told once there instead of at every look here.
      if (isLeased(change.steps, change.now)) {
        return;
      }
      const { subject, subjectDigest } = request;
      const event = { type: 'subject-changed', leased: false } as const;
      this.#tell(change, event, 'subject.changed', {
        patch,
        payload: {
          fromDigest: subjectDigest,
          toDigest: about.subjectDigest,
          before: JSON.parse(JSON.stringify(subject)),
          after: JSON.parse(JSON.stringify(about.subject)),
        },
      });
    });
  }

  async gateGone(
    id: string,
    { sentence: why }: { sentence: RequestEventSentence },
  ): Promise<RequestSnapshot> {
    return this.#change(id, change => {
      const { missingSince, closedAt } = change.request;
      if (closedAt !== undefined) {
        return;
      }
      if (missingSince === undefined) {
        change.update({ missingSince: change.now });
        return;
      }
      if (change.now - missingSince < GONE_FOR_MS) {
        return;
      }
      const leased = isLeased(change.steps, change.now);
      if (leased && change.request.state !== 'halted') {
        return;
      }
      this.#tell(
        change,
        { type: 'gate-gone', sentence: why, leased },
        'request.cancelled',
        { sentence: why },
      );
    });
  }

  async gateSeen(id: string): Promise<void> {
    const { request } = await this.#options.store.snapshot(id);
    if (request.missingSince !== undefined && request.closedAt === undefined) {
      await this.#change(id, change => {
        change.update({ missingSince: undefined });
      });
    }
  }

  async decidedElsewhere(
    id: string,
    { decision, actor, ours }: Telling,
  ): Promise<RequestSnapshot> {
    return this.#change(id, change => {
      const { request, steps } = change;
      const same = request.decision === decision;
      const judged = request.state === 'halted' && ours !== undefined;
      // Whether what we sent is what is seen there, only the adapter can tell: it looks at who is named.
      if (hasBegun(steps) && same && !judged) {
        return;
      }
      const isOurs = judged && ours.length > 0 && same;
      if (isOurs) {
        seeSteps(change, ours);
      }
      this.#tell(
        change,
        { type: 'decided', decision, ours: isOurs, actor },
        isOurs ? 'request.delivered' : 'request.external',
        isOurs
          ? seenThere(request, decision)
          : decidedThere(request, decision, actor),
      );
    });
  }

  async endedUndecided(id: string, end: End): Promise<RequestSnapshot> {
    return this.#change(id, change => {
      this.#tell(
        change,
        { type: 'ended-undecided', how: end.how, sentence: end.sentence },
        `request.${end.how}`,
        { sentence: end.sentence },
      );
    });
  }

  async superseded(id: string, by?: string): Promise<RequestSnapshot> {
    return this.#change(id, change => {
      const leased = isLeased(change.steps, change.now);
      const policy = change.request.policy.supersede;
      this.#tell(
        change,
        { type: 'superseded', policy, leased, ...(by && { by }) },
        'request.superseded',
        {
          sentence: sentence('approval.superseded'),
          ...(policy === 'latest' && by && { patch: { supersededBy: by } }),
          payload: by ? { by } : {},
        },
      );
    });
  }

  /** More is known of the same thing: no vote is touched. */
  #describe(change: RequestChange, patch: Partial<RequestChange['request']>) {
    const { subject, subjectDigest, ...rest } = patch;
    const now = JSON.stringify(rest);
    const before = JSON.stringify(
      Object.fromEntries(
        Object.keys(rest).map(key => [
          key,
          change.request[key as keyof RequestChange['request']],
        ]),
      ),
    );
    if (now !== before && change.request.closedAt === undefined) {
      change.update(rest);
    }
  }

  #tell(
    change: RequestChange,
    event: RequestEvent,
    action: TrailAction,
    context: Partial<EffectContext>,
  ): void {
    const result = advance(change.request, event);
    // What is over, or stays as it is, keeps what it says of itself.
    const moves = result.kind === 'moved';
    applyAdvance(change, result, {
      actor: 'system',
      action,
      planner: this.#options.planner,
      ...context,
      patch: moves ? context.patch : undefined,
    });
  }

  async #change(
    id: string,
    work: (change: RequestChange) => void,
  ): Promise<RequestSnapshot> {
    return this.#options.store
      .change(id, change => {
        work(change);
        return change;
      })
      .then(change => change.snapshot());
  }
}

function seeSteps(change: RequestChange, ids: readonly string[]): void {
  for (const { id, state } of change.steps) {
    if (ids.includes(id) && state === 'halted') {
      change.updateStep(id, { state: 'observed', observedAt: change.now });
    }
  }
}

function seenThere(
  { breakGlass, detail }: RequestRecord,
  decision: 'approve' | 'reject',
): Partial<EffectContext> {
  return {
    sentence: sentenceOfEffect({ decision, breakGlass, detail }),
    payload: { decision },
  };
}

function decidedThere(
  request: RequestRecord,
  decision: 'approve' | 'reject',
  actor: Actor | undefined,
): Partial<EffectContext> {
  return {
    actor: externalActor(request, actor),
    sentence: actor
      ? sentence('approval.externalBy', {
          actor: actor.title ?? actor.nativeId,
        })
      : sentence('approval.external'),
    payload: { decision },
    // What was decided there, and not what we may have sent: whoever reads the report must not take a refusal for a leave.
    patch: { closedBy: actor, decision },
  };
}

type RequestEventSentence = Extract<
  RequestEvent,
  { type: 'gate-gone' }
>['sentence'];
