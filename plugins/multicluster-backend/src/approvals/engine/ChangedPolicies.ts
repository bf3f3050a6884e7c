import { Knex } from 'knex';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { RequestRecord } from '../model/RequestRecord';
import { tightenedBy } from '../rules/policy/tightenedBy';
import { Row } from '../store/Row';
import { PolicyBook, PolicyMatter } from './PolicyBook';

interface WaitingRequest extends PolicyMatter {
  id: string;
  policy: ApprovalPolicy;
  policyHash: string;
}

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
   * Ids of those that were not taken up yet, in two statements; whatever is asked of the catalog is kept for a while. Rejects when
   * it cannot be read.
   */
  async find(signal?: AbortSignal): Promise<string[]> {
    const found: string[] = [];
    for (const request of await this.#waiting()) {
      if (signal?.aborted) {
        return found;
      }
      const given = await this.#policies.of(request);
      if (
        given.hash !== request.policyHash &&
        tightenedBy(request.policy, given.policy)
      ) {
        found.push(request.id);
      }
    }
    return found;
  }

  async #waiting(): Promise<WaitingRequest[]> {
    const states: Array<RequestRecord['state']> = ['pending', 'held', 'queued'];
    const rows: Row[] = await this.#knex('approval_request')
      .whereNull('closed_at')
      .whereIn('state', states)
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
    const entities: Row[] = await this.#knex('approval_entity as e')
      .join('approval_request as r', 'r.id', 'e.request_id')
      .whereNull('r.closed_at')
      .whereIn('r.state', states)
      .select('e.*');
    const entitiesOf = new Map<string, RequestRecord['entities']>();
    for (const { request_id: id, entity_ref: ref, confirmed } of entities) {
      const entity = { entityRef: String(ref), confirmed: Boolean(confirmed) };
      const others = entitiesOf.get(String(id)) ?? [];
      entitiesOf.set(String(id), [...others, entity]);
    }
    const parse = parsedOnce<ApprovalPolicy>();
    return rows.map(row => ({
      id: String(row.id),
      kind: row.kind as RequestRecord['kind'],
      source: String(row.source),
      ...(row.environment !== null && { environment: String(row.environment) }),
      ...(row.policy_key !== null && { policyKey: String(row.policy_key) }),
      policyHash: String(row.policy_hash),
      policy: parse(String(row.policy)),
      detail: JSON.parse(String(row.detail)),
      entities: entitiesOf.get(String(row.id)) ?? [],
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
