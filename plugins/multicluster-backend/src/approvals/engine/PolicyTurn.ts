import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { GivenPolicy } from '../observe/RequestRules';
import { deadlineOf } from '../rules/deadlineOf';
import { policyHash } from '../rules/digest/policyHash';
import { advance } from '../rules/machine/advance';
import { tightenedBy } from '../rules/policy/tightenedBy';
import { subjectRefusal } from '../rules/voters/subjectRefusal';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance } from './applyAdvance';
import { DirectoryFacts } from './directory/DirectoryFacts';
import { isLeased } from './isLeased';
import { StepPlanner } from './StepPlanner';
import { VoterJudge } from './VoterJudge';

interface Options {
  judge: VoterJudge;
  planner: StepPlanner;
}

/** E25: a request that waits is judged by the stricter of its policy and the one that holds by now. */
export class PolicyTurn {
  static create(options: Options): PolicyTurn {
    return new PolicyTurn(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Without effect where nothing gets stricter, on what was taken up, and on what was decided past the rules. A policy that cannot
   * be read is no policy to judge by: it keeps people from voting, see refusalOf.
   *
   * @param given - the policy by now; absent: nobody knows
   */
  take(
    change: RequestChange,
    facts: DirectoryFacts,
    given: GivenPolicy | undefined,
  ): void {
    const { request } = change;
    if (!given || isBeyond(request) || given.refusal === 'POLICY_INVALID') {
      return;
    }
    const policy = tightenedBy(request.policy, given.policy);
    if (!policy) {
      return;
    }
    const { judge, planner } = this.#options;
    const refusal = request.refusal ?? unfitBy(request, policy);
    const patch = {
      policy,
      policyHash: policyHash(policy),
      deadline: deadlineOf(request.createdAt, policy, request.deadline),
      refusal,
    };
    const judged = { ...request, ...patch };
    const lost = judge.lost(judged, change.counted, facts);
    const kept = change.counted.filter(
      ({ id }) => !lost.some(gone => gone.id === id),
    );
    const event = {
      type: 'policy-changed',
      quorumMet: judge.holds(judged, kept, facts),
      // A refusal that was enough before and does not stand was taken back by somebody.
      rejectionsMet:
        judge.tally(judged, kept, facts).rejectionsMet &&
        !judge.tally(request, change.counted, facts).rejectionsMet,
      leased: isLeased(change.steps, change.now),
    } as const;
    applyAdvance(change, advance(request, event), {
      actor: 'system',
      action: 'policy.changed',
      planner,
      policy: patch,
      named: { votes: lost.map(({ id }) => id), reason: 'policy-changed' },
      payload: {
        policy: given.policy.name,
        fromHash: request.policyHash,
        toHash: patch.policyHash,
        configuredHash: given.hash,
        ...(refusal && { refusal }),
        lost: lost.map(({ id, voter, code }) => ({ vote: id, voter, code })),
      },
    });
  }
}

function isBeyond({ closedAt, breakGlass, detail }: RequestRecord): boolean {
  return (
    closedAt !== undefined ||
    breakGlass !== undefined ||
    detail.exemption !== undefined
  );
}

/** What is known of a lane, and who changed it, says whoever observes it. */
function unfitBy(
  { kind, subject, requesters }: RequestRecord,
  policy: RequestRecord['policy'],
): ApprovalCode | undefined {
  return kind === 'lane'
    ? undefined
    : subjectRefusal(policy, subject, requesters);
}
