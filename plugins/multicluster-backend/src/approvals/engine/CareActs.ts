import {
  ApprovalCode,
  breakGlassReasonLength,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { nameOfRef } from '../model/nameOfRef';
import { wholeText } from '../model/wholeText';
import { advance } from '../rules/machine/advance';
import { breakGlassRefusal } from '../rules/voters/breakGlassRefusal';
import { reviewRefusal } from '../rules/voters/reviewRefusal';
import { callerRefusal } from '../rules/voters/callerRefusal';
import { emergencyRefusal } from '../rules/voters/emergencyRefusal';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance } from './applyAdvance';
import {
  ApprovalEngine,
  BreakGlassCommand,
  EngineAnswer,
  PersonCommand,
} from './ApprovalEngine';
import { DirectoryFacts } from './directory/DirectoryFacts';
import { expireIfDue } from './expireIfDue';
import { hasBegun } from './hasBegun';
import { isOwner } from './isOwner';
import { PersonDesk } from './PersonDesk';
import { PolicyTurn } from './PolicyTurn';
import { ApprovalError } from './ApprovalError';
import { refuse } from './refuse';
import { refuseField } from './refuseField';
import { requireSame } from './requireSame';
import { StepPlanner } from './StepPlanner';
import { VoterJudge } from './VoterJudge';

interface Options {
  desk: PersonDesk;
  judge: VoterJudge;
  planner: StepPlanner;
  policy: PolicyTurn;
  guestCounts: boolean;
}

type ResolveCommand = Parameters<ApprovalEngine['resolve']>[0];

/** What is done when things are not as they should be: deciding past the rules, looking at that later, saying how it goes on. */
export class CareActs {
  static create(options: Options): CareActs {
    return new CareActs(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** E26. Past quorum and windows; the digest, the preflight and a stop of the line still hold it. */
  async breakGlass(command: BreakGlassCommand): Promise<EngineAnswer> {
    const { desk, judge, planner, policy } = this.#options;
    return desk.act(command, 'break-glass', (change, facts, known) => {
      this.#requirePerson(command, facts);
      requireSame(change.request, { ...command, generationIsEnough: true });
      expireIfDue(change, planner);
      // Whether it is offered, and with which ticket, is a matter of the policy by now as well.
      policy.take(change, facts, known.policy);
      const { request, now } = change;
      const refused =
        emergencyRefusal(request.refusal) ??
        emergencyRefusal(known.policy?.refusal) ??
        breakGlassRefusal(request.policy, command) ??
        judge.refusedByTool(
          request,
          command.by.userEntityRef!,
          change.counted,
          facts,
        );
      if (refused) {
        throw refusalOfBreakGlass(refused);
      }
      const by = command.by.userEntityRef!;
      const reason = wholeText(command.reason);
      const { ticket } = command;
      const { reviewWithinMs = 0 } = request.policy.breakGlass ?? {};
      const reviewBy = now + reviewWithinMs;
      applyAdvance(change, advance(request, { type: 'break-glass' }), {
        actor: by,
        action: 'request.break-glass',
        planner,
        patch: {
          notBefore: undefined,
          breakGlass: { by, reason, reviewBy, ...(ticket && { ticket }) },
        },
        payload: {
          reason,
          reviewBy,
          subjectDigest: request.subjectDigest,
          ...(ticket && { ticket }),
          ...(command.evidence && { evidence: command.evidence }),
        },
      });
      return { applied: true };
    });
  }

  /** By somebody else than who decided; by an owner, or by somebody whose vote would have counted. */
  async review(
    command: PersonCommand & { comment: string },
  ): Promise<EngineAnswer> {
    return this.#options.desk.act(command, 'review', (change, facts) => {
      const { request } = change;
      this.#requirePerson(command, facts);
      requireSame(request, { ...command, generationIsEnough: true });
      const { breakGlass } = request;
      if (!breakGlass || breakGlass.reviewedBy) {
        throw refuse('FINAL');
      }
      const by = command.by.userEntityRef!;
      const refused = reviewRefusal(
        { ...request, breakGlass },
        { user: by, email: facts.person(by)?.email, nativeIds: [] },
        facts,
      );
      if (refused) {
        throw refuse(refused);
      }
      const review = wholeText(command.comment);
      if (review === '') {
        throw refuseField('COMMENT_REQUIRED', 'comment');
      }
      change.update({ breakGlass: { ...breakGlass, reviewedBy: by, review } });
      change.note({
        actor: by,
        action: 'request.reviewed',
        payload: {
          review,
          of: breakGlass.by,
          ...(command.evidence && { evidence: command.evidence }),
        },
      });
      return { applied: true };
    });
  }

  async resolve(command: ResolveCommand): Promise<EngineAnswer> {
    return this.#options.desk.act(command, 'resolve', (change, facts) => {
      const { request } = change;
      this.#requirePerson(command, facts);
      const reason = wholeText(command.reason);
      if (reason === '') {
        throw refuseField('REASON_REQUIRED', 'reason');
      }
      if (!request.halted) {
        throw refuse('NOT_HALTED');
      }
      // In full: what went on and halted anew, for another reason, is not what was looked at.
      requireSame(request, { ...command, generationIsEnough: false });
      const by = command.by.userEntityRef!;
      this.#requireOwnerOf(change, by, facts);
      const { action } = command;
      const begun = hasBegun(change.steps);
      const event = { type: 'resolved', action, begun } as const;
      applyAdvance(change, advance(request, event), {
        actor: by,
        action: `request.${action}`,
        planner: this.#options.planner,
        ...(action === 'abandon' && {
          sentence: sentence('approval.abandoned', {
            actor: nameOfRef(by),
            reason,
          }),
        }),
        payload: {
          reason,
          ...(command.evidence && { evidence: command.evidence }),
        },
      });
      return { applied: true };
    });
  }

  #requirePerson(command: PersonCommand, facts: DirectoryFacts): void {
    const { guestCounts } = this.#options;
    const userEntityRef = command.by.userEntityRef?.toLocaleLowerCase('en-US');
    const refused = callerRefusal({
      ...command.by,
      userEntityRef,
      guestCounts,
    });
    if (refused) {
      throw refuse(refused);
    }
    if (!facts.person(userEntityRef ?? '')?.exists) {
      throw refuse('NOT_IN_CATALOG');
    }
  }

  /** The permission says who may resolve at all; whose work this one is, the request says. Without anybody named, whoever may. */
  #requireOwnerOf(
    change: RequestChange,
    user: string,
    facts: DirectoryFacts,
  ): void {
    const owners = change.request.halted?.owners ?? [];
    const mine = [user, ...facts.groupsOf(user)];
    if (
      owners.length > 0 &&
      !owners.some(owner => mine.includes(owner)) &&
      !isOwner(user, facts)
    ) {
      throw refuse('NOT_ELIGIBLE');
    }
  }
}

function refusalOfBreakGlass(code: ApprovalCode): ApprovalError {
  switch (code) {
    case 'REASON_REQUIRED':
      return refuseField(code, 'reason', breakGlassReasonLength);
    case 'TICKET_REQUIRED':
      return refuse(code, { field: 'ticket' });
    default:
      return refuse(code);
  }
}
