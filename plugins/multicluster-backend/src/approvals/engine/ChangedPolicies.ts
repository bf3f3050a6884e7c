import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { chunks } from '../../util/chunks';
import { Pace } from '../../util/Pace';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { RequestRecord } from '../model/RequestRecord';
import { tightenedBy } from '../rules/policy/tightenedBy';
import { Row } from '../store/Row';
import { selectRequestEntities } from '../store/selectRequestEntities';
import { PolicyBook, PolicyMatter } from './PolicyBook';

interface WaitingRequest extends PolicyMatter {
  id: string;
  policy: ApprovalPolicy;
  policyHash: string;
}

/** Read together; of their entities the catalog is asked together. */
const SLICE = 20;
/** Of the time: nobody waits for it. */
const SHARE = 0.3;

/** Finds requests whose policy asks for more by now than when they were opened. */
export class ChangedPolicies {
  static create(options: { knex: Knex; policies: PolicyBook }) {
    return new ChangedPolicies(options);
  }

  readonly #knex: Knex;
  readonly #policies: PolicyBook;

  private constructor(options: { knex: Knex; policies: PolicyBook }) {
    this.#knex = options.knex;
    this.#policies = options.policies;
  }

  /**
   * Ids of those that were not taken up yet, oldest first; whatever is asked of the catalog is kept for a while. Rejects when it
   * cannot be read.
   */
  async find(signal?: AbortSignal): Promise<string[]> {
    const states: Array<RequestRecord['state']> = ['pending', 'held', 'queued'];
    const ids: string[] = await this.#knex('approval_request')
      .whereNull('closed_at')
      .whereIn('state', states)
      .orderBy(['created_at', 'id'])
      .pluck('id');
    const found: string[] = [];
    const parse = parsedOnce<ApprovalPolicy>();
    const pace = Pace.begin(SHARE);
    for (const slice of chunks(ids, SLICE)) {
      if (signal?.aborted) {
        return found;
      }
      const requests = await this.#waiting(slice, parse);
      const given = await Promise.all(
        requests.map(request => this.#policies.of(request)),
      );
      requests.forEach((request, index) => {
        const { hash, policy } = given[index];
        if (
          hash !== request.policyHash &&
          tightenedBy(request.policy, policy)
        ) {
          found.push(request.id);
        }
      });
      await pace.rest();
    }
    return found;
  }

  async #waiting(
    ids: string[],
    parse: (text: string) => ApprovalPolicy,
  ): Promise<WaitingRequest[]> {
    const rows: Row[] = await this.#knex('approval_request')
      .where(inList(this.#knex, 'id', ids, 'text'))
      .orderBy(['created_at', 'id'])
      .select(
        'id',
        'kind',
        'source',
        'environment',
        'policy_key',
        'policy_hash',
        'policy',
        'detail',
      );
    const entitiesOf = await selectRequestEntities(this.#knex, ids);
    return rows.map(row => ({
      id: String(row.id),
      kind: row.kind as RequestRecord['kind'],
      source: String(row.source),
      ...(row.environment !== null && { environment: String(row.environment) }),
      ...(row.policy_key !== null && { policyKey: String(row.policy_key) }),
      policyHash: String(row.policy_hash),
      policy: parse(String(row.policy)),
      detail: JSON.parse(String(row.detail)),
      entities: entitiesOf(String(row.id)),
    }));
  }
}

/** Hundreds of requests have the same few policies. */
function parsedOnce<T>(): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const parsed = known.get(text) ?? (JSON.parse(text) as T);
    known.set(text, parsed);
    return parsed;
  };
}
