import { randomUUID } from 'node:crypto';
import { RequestEvent } from '../model/RequestEvent';
import { VoteRecord } from '../model/VoteRecord';
import { advance } from '../rules/machine/advance';
import { commentRefusal } from '../rules/voters/commentRefusal';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance } from './applyAdvance';
import { EngineAnswer, PersonCommand, VoteCommand } from './ApprovalEngine';
import { DirectoryFacts } from './directory/DirectoryFacts';
import { expireIfDue } from './expireIfDue';
import { isLeased } from './isLeased';
import { isOwner } from './isOwner';
import { Acted, PersonDesk } from './PersonDesk';
import { refuse } from './refuse';
import { requireSame } from './requireSame';
import { StepPlanner } from './StepPlanner';
import { VoterJudge } from './VoterJudge';

const MAX_COMMENT = 4000;

interface Options {
  desk: PersonDesk;
  judge: VoterJudge;
  planner: StepPlanner;
}

/** Votes, and taking them back. */
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
    return this.#options.desk.act(command, 'vote', (change, facts) => {
      requireSame(change.request, { ...command, generationIsEnough: true });
      expireIfDue(change, this.#options.planner);
      const { request } = change;
      const groups = this.#requireVoter(change, command, facts);
      if (wasFirstBy(change, command)) {
        return this.#keepAsLate(change, command, groups);
      }
      const record = this.#record(change, command, groups);
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
        planner: this.#options.planner,
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

  /** E5. */
  async withdraw(command: PersonCommand): Promise<EngineAnswer> {
    return this.#options.desk.act(command, 'withdraw', (change, facts) => {
      const { judge } = this.#options;
      requireSame(change.request, { ...command, generationIsEnough: true });
      const voter = command.by.userEntityRef!;
      const own = change.counted.find(vote => vote.voter === voter);
      if (!own && change.request.closedAt === undefined) {
        throw refuse('NOTHING_TO_RECALL');
      }
      const rest = change.counted.filter(vote => vote !== own);
      const decisive = !judge.holds(change.request, rest, facts);
      const { quorumMet } = judge.tally(change.request, rest, facts);
      return this.#apply(change, command, 'vote.withdrawn', {
        type: 'withdraw',
        quorumMet,
        decisive,
        leased: isLeased(change.steps, change.now),
      });
    });
  }

  /** E6, by a counted voter or an owner. */
  async recall(command: PersonCommand): Promise<EngineAnswer> {
    return this.#options.desk.act(command, 'recall', (change, facts) => {
      requireSame(change.request, { ...command, generationIsEnough: true });
      const user = command.by.userEntityRef!;
      const past = change.request.breakGlass;
      const own = change.counted.some(({ voter }) => voter === user);
      if (!own && past?.by !== user && !isOwner(user, facts)) {
        throw refuse('NOT_ELIGIBLE');
      }
      const leased = isLeased(change.steps, change.now);
      const event = { type: 'recall', leased } as const;
      // What was decided past the rules rests on no vote, so that none goes with it.
      return this.#apply(change, command, 'request.recalled', event, !past);
    });
  }

  #apply(
    change: RequestChange,
    command: PersonCommand,
    action: string,
    event: RequestEvent,
    takesVotes = true,
  ): Acted {
    const actor = command.by.userEntityRef!;
    const applied = applyAdvance(change, advance(change.request, event), {
      actor,
      action,
      planner: this.#options.planner,
      withdrawing: takesVotes ? { by: actor } : undefined,
      ...(command.evidence && { payload: { evidence: command.evidence } }),
    });
    return { applied };
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
      throw refuse(lacking);
    }
    return verdict.groups;
  }

  #record(
    change: RequestChange,
    command: VoteCommand,
    groups: string[],
  ): VoteRecord {
    const { request, now } = change;
    const ordinals = change.votes
      .filter(({ generation }) => generation === request.generation)
      .map(({ ordinal }) => ordinal);
    const comment = command.comment?.trim().slice(0, MAX_COMMENT);
    return {
      id: randomUUID(),
      requestId: request.id,
      generation: request.generation,
      voter: command.by.userEntityRef!,
      decision: command.decision,
      subjectDigest: command.subjectDigest,
      status: 'counted',
      ...(comment && { comment }),
      groups,
      channel: command.channel,
      at: now,
      ordinal: Math.max(-1, ...ordinals) + 1,
    };
  }

  #voteEvent(
    change: RequestChange,
    record: VoteRecord,
    command: VoteCommand,
    facts: DirectoryFacts,
  ): RequestEvent {
    const { judge } = this.#options;
    const { request, now } = change;
    // Whoever lost the right since is not counted for a seal, see E24.
    const lost = new Set(
      judge.lost(request, change.counted, facts).map(({ id }) => id),
    );
    const votes = [
      ...change.counted.filter(
        ({ id, voter }) => voter !== record.voter && !lost.has(id),
      ),
      record,
    ];
    const notBefore = command.notBefore ?? request.notBefore ?? 0;
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
    const record = this.#record(change, command, groups);
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
