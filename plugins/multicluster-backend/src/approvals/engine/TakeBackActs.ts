import { TrailAction } from '@fairway/backstage-plugin-multicluster-common';
import { RequestEvent } from '../model/RequestEvent';
import { advance } from '../rules/machine/advance';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance } from './applyAdvance';
import { EngineAnswer, PersonCommand } from './ApprovalEngine';
import { isEmergency } from './isEmergency';
import { isLeased } from './isLeased';
import { isOwner } from './isOwner';
import { Acted, PersonDesk } from './PersonDesk';
import { refuse } from './refuse';
import { requireSame } from './requireSame';
import { StepPlanner } from './StepPlanner';
import { VoterJudge } from './VoterJudge';

interface Options {
  desk: PersonDesk;
  judge: VoterJudge;
  planner: StepPlanner;
}

/** Taking back a vote, or what was decided. */
export class TakeBackActs {
  static create(options: Options): TakeBackActs {
    return new TakeBackActs(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
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
      const decisive =
        !isEmergency(change.request) &&
        !judge.holds(change.request, rest, facts);
      const left = judge.tally(change.request, rest, facts);
      return this.#apply(change, command, 'vote.withdrawn', {
        type: 'withdraw',
        quorumMet: left.quorumMet && !left.rejectionsMet,
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
      const past = isEmergency(change.request)
        ? change.request.breakGlass
        : undefined;
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
    action: TrailAction,
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
}
