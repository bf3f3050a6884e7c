import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { chunks } from '../../util/chunks';
import { Pace } from '../../util/Pace';
import { Directory } from '../engine/directory/DirectoryFacts';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestParts } from '../views/RequestParts';
import { selectRequestParts } from '../views/selectRequestParts';
import { NoticeSender } from './NoticeSender';
import { noticesChangeAt } from './noticesChangeAt';
import { noticesOf } from './noticesOf';
import { noticesOfIncidents } from './noticesOfIncidents';

const DAY_MS = 24 * 3600_000;
/** What ended is told of for a day; longer than any outage of the notifications that somebody would want to hear of later. */
const TELL_FOR_MS = DAY_MS;
/** What was decided past the rules has mostly ended long before it has to be reviewed. Shorter than notices are kept, so that none is sent twice. */
const REVIEW_FOR_MS = 90 * DAY_MS;
const KEEP_MS = 180 * DAY_MS;
/** Requests that are read at once. */
const PART = 50;
/** Of the time, while much has to be told. */
const SHARE = 0.5;

interface Options {
  knex: Knex;
  store: Pick<ApprovalStore, 'now'>;
  directory: Directory;
  notifications: NotificationService;
  logger: LoggerService;
}

/**
 * Tells people what waits for them, what became of it, and what went wrong, from rows that were committed. It decides nothing:
 * nothing rests on whether somebody was told.
 */
export class ApprovalNotices {
  readonly #options: Options;
  /** By id: all of this version was told, and until then the clock adds nothing. */
  readonly #told = new Map<string, { version: number; until: number }>();
  readonly #sender: NoticeSender;

  static create(options: Options): ApprovalNotices {
    return new ApprovalNotices(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#sender = NoticeSender.create(options);
  }

  /** Sends what is due. Each is sent once; one that could not be sent is tried again. */
  async run(signal?: AbortSignal): Promise<void> {
    const { knex, store } = this.#options;
    const now = await store.now();
    await knex('approval_notice')
      .where('at', '<', now - KEEP_MS)
      .delete();
    const rows: Array<{ id: string; version: number }> = await knex(
      'approval_request',
    )
      .whereNull('closed_at')
      .orWhere('closed_at', '>=', now - TELL_FOR_MS)
      .orWhere(over =>
        over
          .whereNotNull('break_glass')
          .where('closed_at', '>=', now - REVIEW_FOR_MS),
      )
      .orderBy('created_at')
      .select('id', 'version');
    this.#forgetAllBut(rows);
    const ownersOf = this.#ownersReader();
    const pace = Pace.begin(SHARE);
    const due = rows.filter(row => !this.#isTold(row, now));
    for (const part of chunks(due, PART)) {
      if (signal?.aborted) {
        return;
      }
      await this.#tellOf(
        part.map(({ id }) => id),
        ownersOf,
        now,
      );
      await pace.rest();
    }
    await this.#sender.tell(
      await noticesOfIncidents(knex, now - TELL_FOR_MS, ownersOf),
      now,
    );
  }

  /** Thousands wait for days: what has nothing new to be told of is not read again. */
  #isTold({ id, version }: { id: string; version: number }, now: number) {
    const told = this.#told.get(id);
    return told?.version === Number(version) && now < told.until;
  }

  #forgetAllBut(rows: ReadonlyArray<{ id: string }>): void {
    const kept = new Set(rows.map(({ id }) => id));
    for (const id of this.#told.keys()) {
      if (!kept.has(id)) {
        this.#told.delete(id);
      }
    }
  }

  async #tellOf(
    ids: string[],
    ownersOf: (entityRefs: string[]) => Promise<string[]>,
    now: number,
  ): Promise<void> {
    const found = await Promise.all(
      (
        await this.#partsOf(ids)
      ).map(async ({ request, votes }) => {
        const owners = await ownersOf(confirmedOf(request));
        return { request, notices: noticesOf({ request, votes, owners, now }) };
      }),
    );
    const told = await this.#sender.tell(
      found.flatMap(({ notices }) => notices),
      now,
    );
    for (const { request, notices } of found) {
      // One that nobody is there for is for whoever is there later.
      if (notices.every(({ key }) => told.has(key))) {
        const until = noticesChangeAt(request, now) ?? Infinity;
        this.#told.set(request.id, { version: request.version, until });
      }
    }
  }

  /** One that cannot be read keeps nobody from being told of the others. */
  async #partsOf(ids: string[]): Promise<RequestParts[]> {
    const { knex, logger } = this.#options;
    try {
      return await selectRequestParts(knex, ids);
    } catch (error) {
      if (ids.length > 1) {
        const parts: RequestParts[] = [];
        for (const id of ids) {
          parts.push(...(await this.#partsOf([id])));
        }
        return parts;
      }
      logger.warn(
        `Nobody is told of request ${ids[0]}: ${stringifyError(error)}`,
      );
      return [];
    }
  }

  /** Thousands of requests are of a few entities, of which the catalog is asked once a round. */
  #ownersReader(): (entityRefs: string[]) => Promise<string[]> {
    const known = new Map<string, Promise<string[]>>();
    return entityRefs => {
      const key = JSON.stringify(entityRefs);
      const owners = known.get(key) ?? this.#readOwners(entityRefs);
      known.set(key, owners);
      return owners;
    };
  }

  async #readOwners(entityRefs: string[]): Promise<string[]> {
    const facts = await this.#options.directory.read({ users: [], entityRefs });
    return [...facts.owners];
  }
}

function confirmedOf({ entities }: Pick<RequestRecord, 'entities'>): string[] {
  return entities
    .filter(({ confirmed }) => confirmed)
    .map(({ entityRef }) => entityRef);
}
