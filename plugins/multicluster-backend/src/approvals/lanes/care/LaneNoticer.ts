import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { readWithin } from '../../delivery/readWithin';
import { Directory } from '../../engine/directory/DirectoryFacts';
import { LaneFacts } from '../LaneFacts';
import { NoticeBook } from './NoticeBook';

interface Options {
  book: NoticeBook;
  directory: Directory;
  notifications: NotificationService;
  logger: LoggerService;
  /** Milliseconds for which a notification is waited for where somebody waits. */
  sendMs?: number;
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
/** What takes longer goes on by itself, and is not begun again meanwhile. */
const SEND_MS = 4_000;

/**
 * Tells owners of what cannot wait for the next round of notifications. Nothing waits for that: whatever notifications are sent by may
 * be away, or hang, and lanes are looked after all the same.
 */
export class LaneNoticer {
  static create(options: Options): LaneNoticer {
    return new LaneNoticer(options);
  }

  readonly #options: Options;
  readonly #sending = new Set<Promise<void>>();

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Begins to tell, where nobody did yet; what could not be told is told by whoever asks next. */
  async tell(facts: LaneFacts, notice: LaneNotice): Promise<void> {
    const { book, logger, sendMs = SEND_MS } = this.#options;
    const { isFirst } = await book.note(notice.key);
    if (!isFirst) {
      return;
    }
    const sending = readWithin(sendMs, () => this.#send(facts, notice))
      .catch(error =>
        // It may arrive yet: told again, owners would hear the same with every look for as long as it hangs.
        logger.warn('Telling owners of a lane takes long', error),
      )
      .finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
  }

  /** Resolves once everything that was begun is told, failed, or takes too long to be waited for. */
  async idle(): Promise<void> {
    await Promise.all(this.#sending);
  }

  /** Never rejects. */
  async #send(facts: LaneFacts, notice: LaneNotice): Promise<void> {
    const { book, logger } = this.#options;
    try {
      await this.#notify(facts, notice);
    } catch (error) {
      logger.warn(
        'Owners of a lane could not be told; it is tried again',
        error instanceof Error ? error : undefined,
      );
      // Where that fails as well, it is told no more: the page still says it.
      await book.forget([notice.key]).catch(() => {});
    }
  }

  async #notify(
    { entities }: LaneFacts,
    { key, title, description, asWell = [] }: LaneNotice,
  ): Promise<void> {
    const { directory, notifications } = this.#options;
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
  }
}
