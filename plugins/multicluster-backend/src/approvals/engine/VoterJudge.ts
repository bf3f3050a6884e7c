import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { VoteRecord } from '../model/VoteRecord';
import { requiredOf } from '../rules/policy/requiredOf';
import { evaluateQuorum } from '../rules/quorum/evaluateQuorum';
import { emergencyAtTool } from '../rules/voters/emergencyAtTool';
import { judgeVoter, VoterVerdict } from '../rules/voters/judgeVoter';
import { Voter } from './ApprovalEngine';
import { DirectoryFacts, Person } from './directory/DirectoryFacts';
import { isEmergency } from './isEmergency';

/** {@inheritDoc VoterJudge} */
export interface VoterJudgeOptions {
  /** What the platform's configuration calls a person in a source. */
  nativeIds: (source: string, person: Person) => readonly string[];
  /** True: the demo's switch is on. */
  guestCounts: boolean;
}

/** What of a request tells whose votes count. */
type JudgedMatter = Pick<
  RequestRecord,
  'policy' | 'requesters' | 'refusal' | 'identityMode' | 'detail' | 'source'
>;

/** How votes stand. */
export interface Tally {
  quorumMet: boolean;
  rejectionsMet: boolean;
}

/** Whose votes count, by what the catalog says. Asked at the vote, at the seal and at the sending. */
export class VoterJudge {
  static create(options: VoterJudgeOptions): VoterJudge {
    return new VoterJudge(options);
  }

  readonly #options: VoterJudgeOptions;

  private constructor(options: VoterJudgeOptions) {
    this.#options = options;
  }

  judge(
    request: JudgedMatter,
    by: Voter,
    decision: 'approve' | 'reject',
    facts: DirectoryFacts,
  ): VoterVerdict {
    const { nativeIds, guestCounts } = this.#options;
    const userEntityRef = by.userEntityRef?.toLocaleLowerCase('en-US');
    const person = userEntityRef ? facts.person(userEntityRef) : undefined;
    return judgeVoter(
      request,
      {
        userEntityRef,
        actsFor: by.actsFor,
        guestCounts,
        exists: person?.exists ?? false,
        email: person?.email,
        nativeIds: person ? nativeIds(request.source, person) : [],
        facts,
      },
      decision,
    );
  }

  /** Why the tool would not take what a person decides past the rules, which nobody could mend once it was sent. */
  refusedByTool(
    request: RequestRecord,
    user: string,
    votes: readonly VoteRecord[],
    facts: DirectoryFacts,
  ): ApprovalCode | undefined {
    const person = facts.person(user);
    return emergencyAtTool(request, {
      user,
      nativeIds: person ? this.#options.nativeIds(request.source, person) : [],
      votes,
    });
  }

  /**
   * Votes that would not be taken from their voters any more, with why. What was decided past the rules rests on none; refusals can
   * still take it back.
   */
  lost(
    request: RequestRecord,
    votes: readonly VoteRecord[],
    facts: DirectoryFacts,
  ): Array<{ id: string; voter: string; code: ApprovalCode }> {
    const concerned = isEmergency(request)
      ? votes.filter(({ decision }) => decision === 'reject')
      : votes;
    // What is refused as a whole takes no vote from anybody: it may pass, and nothing is delivered until then, see holdingRefusal.
    const judged = { ...request, refusal: undefined };
    return concerned.flatMap(({ id, voter, decision }) => {
      const by = { userEntityRef: voter };
      const verdict = this.judge(judged, by, decision, facts);
      return verdict.allowed ? [] : [{ id, voter, code: verdict.code }];
    });
  }

  tally(
    request: RequestRecord,
    votes: readonly VoteRecord[],
    facts: DirectoryFacts,
  ): Tally {
    const said = (decision: VoteRecord['decision']) =>
      votes.filter(vote => vote.decision === decision).map(vote => vote.voter);
    return {
      quorumMet: evaluateQuorum(requiredOf(request), said('approve'), facts),
      rejectionsMet:
        new Set(said('reject')).size >= Math.max(1, request.policy.rejections),
    };
  }

  /** Whether the decision that stands, or the one that is being taken, has the votes it needs. */
  holds(
    request: RequestRecord,
    votes: readonly VoteRecord[],
    facts: DirectoryFacts,
  ): boolean {
    const { quorumMet, rejectionsMet } = this.tally(request, votes, facts);
    return request.decision === 'reject'
      ? rejectionsMet
      : quorumMet && !rejectionsMet;
  }
}
