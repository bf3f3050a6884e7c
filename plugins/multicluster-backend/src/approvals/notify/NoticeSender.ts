import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { Pace } from '../../util/Pace';
import { Notice } from './Notice';

/** Of the time: the notifications back end mostly runs in this process, and dozens are sent at once. */
const SHARE = 0.5;

interface Options {
  knex: Knex;
  notifications: NotificationService;
  logger: LoggerService;
}

/** Sends notices, each of them once. */
export class NoticeSender {
  static create(options: Options): NoticeSender {
    return new NoticeSender(options);
  }

  readonly #options: Options;
  #failed = false;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Sends what was not sent yet; one that could not be sent is tried again the next time.
   *
   * @returns keys of those that were told, now or before
   */
  async tell(notices: Notice[], now: number): Promise<Set<string>> {
    const { knex } = this.#options;
    const due = notices.filter(({ to }) => to.length > 0);
    if (due.length === 0) {
      return new Set();
    }
    const keys = due.map(({ key }) => key);
    const told = new Set<string>(
      await knex('approval_notice')
        .where(inList(knex, 'key', keys, 'text'))
        .pluck('key'),
    );
    const pace = Pace.begin(SHARE);
    for (const notice of due.filter(({ key }) => !told.has(key))) {
      await pace.rest();
      if (await this.#send(notice)) {
        await knex('approval_notice')
          .insert({ key: notice.key, at: now })
          .onConflict('key')
          .ignore();
        told.add(notice.key);
      }
    }
    return told;
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
