import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { inList } from '../../../inventory/sql/inList';
import { Directory } from '../../engine/directory/DirectoryFacts';
import { ApprovalStore } from '../../store/ApprovalStore';
import { LaneFacts } from '../LaneFacts';

interface Options {
  knex: Knex;
  store: Pick<ApprovalStore, 'now'>;
  directory: Directory;
  notifications: NotificationService;
  logger: LoggerService;
}

/** What owners of a lane are told. */
export interface LaneNotice {
  /** By which nobody is told twice, whichever replica is first. */
  key: string;
  title: string;
  description: string;
  /** Groups that are told besides. */
  asWell?: string[];
}

/** The page where it can be acted on. */
const LINK = '/multicluster/lanes';

/** Tells owners of what cannot wait for the next round of notifications. */
export class LaneNoticer {
  static create(options: Options): LaneNoticer {
    return new LaneNoticer(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** When it was first told, milliseconds since the epoch; it is told by whoever asks first. */
  async tell(facts: LaneFacts, notice: LaneNotice): Promise<number> {
    const { knex, store } = this.#options;
    const at = await store.now();
    const told = await knex('approval_notice')
      .where('key', notice.key)
      .first('at');
    if (told) {
      return Number(told.at);
    }
    const first = await knex('approval_notice')
      .insert({ key: notice.key, at })
      .onConflict('key')
      .ignore()
      .returning('key');
    if (first.length > 0) {
      await this.#send(facts, notice);
    }
    return at;
  }

  /** What is over can be told anew when it comes back. */
  async forget(keys: string[]): Promise<void> {
    const { knex } = this.#options;
    const told = () =>
      knex('approval_notice').where(inList(knex, 'key', keys, 'text'));
    // Every look asks, and a statement that deletes nothing would still wait for whoever writes.
    if (keys.length > 0 && (await told().first('key'))) {
      await told().delete();
    }
  }

  /** The same for all whose key begins with something; no wildcards are in it. */
  async forgetAll(prefix: string): Promise<void> {
    const { knex } = this.#options;
    const keys: string[] = await knex('approval_notice')
      .where('key', 'like', `${prefix}%`)
      .pluck('key');
    await this.forget(keys);
  }

  async #send(
    { entities }: LaneFacts,
    { key, title, description, asWell = [] }: LaneNotice,
  ): Promise<void> {
    const { directory, notifications, knex, logger } = this.#options;
    try {
      const { owners } = await directory.read({
        users: [],
        entityRefs: entities
          .filter(({ confirmed }) => confirmed)
          .map(({ entityRef }) => entityRef),
      });
      const to = [...new Set([...owners, ...asWell])];
      if (to.length > 0) {
        await notifications.send({
          recipients: { type: 'entity', entityRef: to },
          payload: {
            title,
            description,
            severity: 'critical',
            link: LINK,
            scope: `multicluster:${key}`,
            topic: 'approval',
          },
        });
      }
    } catch (error) {
      await knex('approval_notice').where({ key }).delete();
      logger.warn(
        'Owners of a lane could not be told; it is tried again',
        error instanceof Error ? error : undefined,
      );
    }
  }
}
