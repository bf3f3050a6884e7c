import { ApprovalState } from '@fairway/backstage-plugin-multicluster-common';
import { RequestEvent } from '../model/RequestEvent';
import { VoteRecord } from '../model/VoteRecord';
import { advance } from '../rules/machine/advance';
import { commentRefusal } from '../rules/voters/commentRefusal';
import { staleRefusal } from '../rules/voters/staleRefusal';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance } from './applyAdvance';
import { EngineAnswer, VoteCommand } from './ApprovalEngine';
import { DirectoryFacts } from './directory/DirectoryFacts';
import { expireIfDue } from './expireIfDue';
import { isLeased } from './isLeased';
import { Acted, Known, PersonDesk } from './PersonDesk';
import { PolicyTurn } from './PolicyTurn';
import { refuse } from './refuse';
import { refuseField } from './refuseField';
import { requireSame } from './requireSame';
import { StepPlanner } from './StepPlanner';
import { voidLost } from './voidLost';
import { voteRecordOf } from './voteRecordOf';
import { VoterJudge } from './VoterJudge';

/** What is decided can still be another thing; later a vote that is lost is only noted, and by whoever delivers. */
const WAITS: ReadonlySet<ApprovalState> = new Set([
  'pending',
  'held',
  'queued',
]);

interface Options {
  desk: PersonDesk;
  judge: VoterJudge;
  planner: StepPlanner;
  policy: PolicyTurn;
}

/** Votes. */
export class VoteActs {
  static create(options: Options): VoteActs {
    return new VoteActs(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** E1-E4, E11, E12. */
  async vote(command: VoteCommand): Promise<EngineAnswer> {
    const { desk, planner, policy } = this.#options;
    return desk.act(command, 'vote', (change, facts, known) => {
      requireSame(change.request, { ...command, generationIsEnough: true });
      expireIfDue(change, planner);
      requireValid(change, known);
      policy.take(change, facts, known.policy);
      const groups = this.#requireVoter(change, command, facts);
      const stale = staleRefusal(change.request.state, known.unreadable);
      if (stale) {
        throw refuse(stale);
      }
      if (WAITS.has(change.request.state)) {
        voidLost(change, facts, this.#options);
      }
      const { request } = change;
      if (wasFirstBy(change, command)) {
        return this.#keepAsLate(change, command, groups);
      }
      const record = voteRecordOf(change, command, groups);
      if (command.notBefore !== undefined && command.decision === 'approve') {
        requireFuture(change, command.notBefore);
      }
      const event = this.#voteEvent(change, record, command, facts);
      const result = advance(request, event);
      if (result.kind === 'ignored') {
        return { applied: false };
      }
      applyAdvance(change, result, {
        actor: record.voter,
        action: request.closedAt === undefined ? 'vote.counted' : 'vote.late',
        planner,
        vote: { record, evidence: command.evidence },
        patch: this.#deferral(change, command),
        payload: {
          vote: record.decision,
          groups: record.groups,
          subjectDigest: record.subjectDigest,
          channel: record.channel,
          ...(record.comment && { comment: record.comment }),
          ...(command.evidence && { evidence: command.evidence }),
        },
      });
      return { applied: request.closedAt === undefined };
    });
  }

  #requireVoter(
    change: RequestChange,
    command: VoteCommand,
    facts: DirectoryFacts,
  ): string[] {
    const { request } = change;
    const { decision, comment } = command;
    const verdict = this.#options.judge.judge(
      request,
      command.by,
      decision,
      facts,
    );
    if (!verdict.allowed) {
      throw refuse(verdict.code);
    }
    const lacking = commentRefusal(request.policy, decision, comment);
    if (lacking && request.closedAt === undefined) {
      throw refuseField(lacking, 'comment');
    }
    return verdict.groups;
  }

  #voteEvent(
    change: RequestChange,
    record: VoteRecord,
    command: VoteCommand,
    facts: DirectoryFacts,
  ): RequestEvent {
    const { judge } = this.#options;
    const { request, now } = change;
    const votes = [
      ...change.counted.filter(({ voter }) => voter !== record.voter),
      record,
    ];
    const notBefore = Math.max(command.notBefore ?? 0, request.notBefore ?? 0);
    return {
      type: 'vote',
      decision: record.decision,
      ...judge.tally(request, votes, facts),
      gatesOpen:
        notBefore <= now && windowStateAt(request.policy.windows, now).open,
      leased: isLeased(change.steps, now),
    };
  }

  /** The latest time that somebody asked for holds: an approval with a condition must not lose it through another. */
  #deferral(change: RequestChange, { decision, notBefore }: VoteCommand) {
    return decision === 'approve' &&
      notBefore !== undefined &&
      change.request.closedAt === undefined
      ? { notBefore: Math.max(notBefore, change.request.notBefore ?? 0) }
      : undefined;
  }

  #keepAsLate(
    change: RequestChange,
    command: VoteCommand,
    groups: string[],
  ): Acted {
    const record = voteRecordOf(change, command, groups);
    change.addVote({ ...record, status: 'late' }, command.evidence);
    change.note({
      actor: record.voter,
      action: 'vote.late',
      payload: { vote: record.decision, generation: record.generation },
    });
    return { applied: false };
  }
}

/**
 * Somebody else's vote decided the same a moment earlier: this one was cast on a request that still waited. It is answered with
 * what came of it and not as an error. Who looked at the sealed decision is told that it is one.
 */
function wasFirstBy(change: RequestChange, command: VoteCommand): boolean {
  const { request } = change;
  return (
    request.state === 'queued' &&
    request.decision === command.decision &&
    command.ifMatch !==
      `${request.id}.${request.generation}.${request.version}` &&
    !change.counted.some(({ voter }) => voter === command.by.userEntityRef)
  );
}

/** A time that passes after the request has ended would be a decision without an effect. */
function requireFuture(change: RequestChange, notBefore: number): void {
  const { deadline } = change.request;
  if (deadline !== undefined && notBefore >= deadline) {
    throw refuse('TOO_LATE');
  }
}

/** A policy that cannot be read by now lets nobody vote, even where nobody has looked at the request since. */
function requireValid({ request }: RequestChange, { policy }: Known): void {
  if (request.closedAt === undefined && policy?.refusal === 'POLICY_INVALID') {
    throw refuse('POLICY_INVALID');
  }
}
