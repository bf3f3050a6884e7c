import { parseEntityRef } from '@backstage/catalog-model';
import { RequestRecord } from '../model/RequestRecord';
import { requiredOf } from '../rules/policy/requiredOf';
import { Shortfall } from '../rules/quorum/Shortfall';
import { shortfallsOf } from '../rules/quorum/shortfallsOf';
import { votersOfRule } from '../rules/quorum/votersOfRule';
import { Directory } from './directory/DirectoryFacts';
import { VoterJudge } from './VoterJudge';

/** What of a request says who could decide it. */
export type OutlookMatter = Pick<
  RequestRecord,
  | 'policy'
  | 'requesters'
  | 'identityMode'
  | 'detail'
  | 'source'
  | 'entities'
  | 'refusal'
>;

interface Options {
  directory: Directory;
  judge: VoterJudge;
}

/** Whether there are enough people to meet the policy of a request, by what the catalog says now. */
export class QuorumOutlook {
  static create(options: Options): QuorumOutlook {
    return new QuorumOutlook(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Who is missing: empty when there are enough. Rejects when the catalog cannot be read. */
  async read(request: OutlookMatter): Promise<Shortfall[]> {
    const { directory, judge } = this.#options;
    const require = requiredOf(request);
    const entityRefs = request.entities
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef);
    const { owners } = await directory.read({ users: [], entityRefs });
    const named = votersOfRule(require, [...owners]);
    const users = named.filter(isUser);
    const members = await directory.membersOf(
      named.filter(ref => !users.includes(ref)),
    );
    const facts = await directory.read({
      users: [...new Set([...users, ...members])],
      entityRefs,
    });
    const candidates = [...new Set([...users, ...members])].filter(
      userEntityRef =>
        judge.judge(
          { ...request, refusal: undefined },
          { userEntityRef },
          'approve',
          facts,
        ).allowed,
    );
    return shortfallsOf(require, candidates, facts);
  }
}

function isUser(ref: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'user';
}
