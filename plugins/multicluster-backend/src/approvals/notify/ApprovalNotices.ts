import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { Directory } from '../engine/directory/DirectoryFacts';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestParts } from '../views/RequestParts';
import { selectRequestParts } from '../views/selectRequestParts';
import { Notice } from './Notice';
import { noticesOf } from './noticesOf';
import { noticesOfIncidents } from './noticesOfIncidents';

const DAY_MS = 24 * 3600_000;
/** What ended is told of for a day; longer than any outage of the notifications that somebody would want to hear of later. */
const TELL_FOR_MS = DAY_MS;
const KEEP_MS = 180 * DAY_MS;
/** Requests that are read at once. */
const PART = 100;

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
  #failed = false;

  static create(options: Options): ApprovalNotices {
    return new ApprovalNotices(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Sends what is due. Each is sent once; one that could not be sent is tried again. */
  async run(signal?: AbortSignal): Promise<void> {
    const { knex, store } = this.#options;
    const now = await store.now();
    await knex('approval_notice')
      .where('at', '<', now - KEEP_MS)
      .delete();
    const rows = await knex('approval_request')
      .whereNull('closed_at')
      .orWhere('closed_at', '>=', now - TELL_FOR_MS)
      .orderBy('created_at')
      .select('id');
    const ownersOf = this.#ownersReader();
    for (let from = 0; from < rows.length; from += PART) {
      if (signal?.aborted) {
        return;
      }
      const ids = rows.slice(from, from + PART).map(({ id }) => id);
      const notices = await Promise.all(
        (
          await this.#partsOf(ids)
        ).map(async ({ request, votes }) => {
          const owners = await ownersOf(confirmedOf(request));
          return noticesOf({ request, votes, owners, now });
        }),
      );
      await this.#tell(notices.flat(), now);
    }
    await this.#tell(
      await noticesOfIncidents(knex, now - TELL_FOR_MS, ownersOf),
      now,
    );
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

  async #tell(notices: Notice[], now: number): Promise<void> {
    const { knex } = this.#options;
    const due = notices.filter(({ to }) => to.length > 0);
    if (due.length === 0) {
      return;
    }
    const keys = due.map(({ key }) => key);
    const told = new Set(
      (
        await knex('approval_notice')
          .where(inList(knex, 'key', keys, 'text'))
          .select('key')
      ).map(row => row.key),
    );
    for (const notice of due.filter(({ key }) => !told.has(key))) {
      if (await this.#send(notice)) {
        await knex('approval_notice')
          .insert({ key: notice.key, at: now })
          .onConflict('key')
          .ignore();
      }
    }
  }

  /** Resolves to false when it must be tried again. */
  async #send(notice: Notice): Promise<boolean> {
    const { to, but, key: _, ...payload } = notice;
    try {
      await this.#options.notifications.send({
        recipients: {
          type: 'entity',
          entityRef: to,
          ...(but.length > 0 && { excludeEntityRef: but }),
        },
        payload: { ...payload, topic: 'approval' },
      });
      this.#failed = false;
      return true;
    } catch (error) {
      if (!this.#failed) {
        this.#failed = true;
        this.#options.logger.warn(
          'Nobody can be notified of approvals; is the notifications back end installed?',
          error instanceof Error ? error : undefined,
        );
      }
      return false;
    }
  }
}

function confirmedOf({ entities }: Pick<RequestRecord, 'entities'>): string[] {
  return entities
    .filter(({ confirmed }) => confirmed)
    .map(({ entityRef }) => entityRef);
}
