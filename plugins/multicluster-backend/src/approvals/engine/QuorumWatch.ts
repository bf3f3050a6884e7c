import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { chunks } from '../../util/chunks';
import { Pace } from '../../util/Pace';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalStore } from '../store/ApprovalStore';
import { selectRequestParts } from '../views/selectRequestParts';
import { Shortfall } from '../rules/quorum/Shortfall';
import { RequestDraft } from './ApprovalEngine';
import { QuorumOutlook } from './QuorumOutlook';

interface Options {
  store: ApprovalStore;
  outlook: QuorumOutlook;
  logger: LoggerService;
  changed: (requestId: string) => void;
}

/** Of those for which there were enough people, so many are looked at in a round; those for which there were not, always. */
const AT_ONCE = 200;
/** Of which the catalog is asked together. */
const SLICE = 10;
/** Of the time: nobody waits for it. */
const SHARE = 0.3;
const CODE = 'POLICY_UNSATISFIABLE';

/** Keeps people from voting on what can never have the votes it needs, and says who is missing. */
export class QuorumWatch {
  static create(options: Options): QuorumWatch {
    return new QuorumWatch(options);
  }

  readonly #options: Options;
  /** Id → number of the round in which it was looked at last. */
  readonly #looked = new Map<string, number>();
  #round = 0;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What a request is opened with. While the catalog is away nobody knows; it is looked at later. */
  async opening(draft: RequestDraft): Promise<RequestDraft> {
    if (draft.refusal) {
      return draft;
    }
    const missing = await this.#missing('', draft);
    return missing && missing.length > 0
      ? { ...draft, refusal: CODE, detail: { ...draft.detail, missing } }
      : draft;
  }

  /** Looks at what still collects votes, those first that were not looked at for longest. */
  async round(
    first: readonly string[] = [],
    signal?: AbortSignal,
  ): Promise<void> {
    this.#round += 1;
    const rows: Array<{ id: string; refusal: string | null }> =
      await this.#options.store
        .knex('approval_request')
        .where('state', 'pending')
        .whereNull('closed_at')
        .where(query => query.whereNull('refusal').orWhere('refusal', CODE))
        .orderBy('created_at')
        .select('id', 'refusal');
    const at = ({ id }: { id: string }) => this.#looked.get(id) ?? 0;
    const open = rows
      .filter(({ refusal }) => refusal === null)
      .sort((a, b) => at(a) - at(b))
      .slice(0, AT_ONCE);
    const short = rows.filter(({ refusal }) => refusal === CODE);
    const ids = [...first, ...[...short, ...open].map(({ id }) => id)];
    const pace = Pace.begin(SHARE);
    for (const slice of chunks([...new Set(ids)], SLICE)) {
      if (signal?.aborted) {
        return;
      }
      await this.#look(slice);
      slice.forEach(id => this.#looked.set(id, this.#round));
      await pace.rest();
    }
    const known = new Set(rows.map(({ id }) => id));
    [...this.#looked.keys()]
      .filter(id => !known.has(id))
      .forEach(id => this.#looked.delete(id));
  }

  async #look(ids: string[]): Promise<void> {
    const { knex } = this.#options.store;
    const parts = await selectRequestParts(knex, ids);
    const judged = await Promise.all(
      parts.map(async ({ request }) => ({
        request,
        missing: await this.#missing(request.id, request),
      })),
    );
    for (const { request, missing } of judged) {
      if (missing && !isKnown(request, missing)) {
        await this.#write(request, missing);
      }
    }
  }

  async #write(before: RequestRecord, missing: Shortfall[]): Promise<void> {
    const { store, changed } = this.#options;
    const { id } = before;
    const written = await store.change(id, change => {
      const { refusal, state, detail, version } = change.request;
      const isShort = missing.length > 0;
      // What was judged is what it was a moment ago, and nothing else.
      if (state !== 'pending' || version !== before.version) {
        return false;
      }
      if (refusal !== undefined && refusal !== CODE) {
        return false;
      }
      change.update({
        refusal: isShort ? CODE : undefined,
        detail: { ...detail, missing: isShort ? missing : undefined },
      });
      change.note({
        actor: 'system',
        action: isShort ? 'request.unsatisfiable' : 'request.satisfiable',
        payload: { missing: missing.map(part => ({ ...part })) },
      });
      return true;
    });
    if (written) {
      changed(id);
    }
  }

  async #missing(
    id: string,
    request: Parameters<QuorumOutlook['read']>[0],
  ): Promise<Shortfall[] | undefined> {
    const { outlook, logger } = this.#options;
    try {
      return await outlook.read(request);
    } catch (error) {
      logger.debug(
        `Who may decide request ${id} is not known: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }
}

/** Next to none of those that are looked at has changed: a transaction of each would keep those waiting who vote. */
function isKnown(
  { refusal, detail }: RequestRecord,
  missing: Shortfall[],
): boolean {
  return (
    (refusal === CODE) === missing.length > 0 &&
    JSON.stringify(detail.missing ?? []) === JSON.stringify(missing)
  );
}
