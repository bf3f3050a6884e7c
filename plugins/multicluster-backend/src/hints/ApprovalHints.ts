import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { HintPublisher } from './HintPublisher';
import { APPROVALS_VIEW, LANES_VIEW } from './viewNames';
import { viewsOfApprovals } from './viewsOfApprovals';

interface Options {
  knex: Knex;
  publisher: Pick<HintPublisher, 'changed'>;
  logger: LoggerService;
}

/** Tells which views changed with requests for approval; what changes meanwhile waits for the next round. */
export class ApprovalHints {
  static create(options: Options): ApprovalHints {
    return new ApprovalHints(options);
  }

  readonly #options: Options;
  #waiting = new Set<string>();
  #running: Promise<void> | undefined;

  private constructor(options: Options) {
    this.#options = options;
  }

  changed(id: string): void {
    this.#waiting.add(id);
    this.#running ??= this.#round().finally(() => {
      this.#running = undefined;
      const [next] = this.#waiting;
      if (next !== undefined) {
        this.changed(next);
      }
    });
  }

  /** Something that every list shows beside, such as a stop of the line. */
  listsChanged(): void {
    this.#options.publisher.changed([APPROVALS_VIEW]);
  }

  /** A lane was armed or disarmed: what waits for approval changes with it. */
  lanesChanged(): void {
    this.#options.publisher.changed([LANES_VIEW, APPROVALS_VIEW]);
  }

  async #round(): Promise<void> {
    const { knex, publisher, logger } = this.#options;
    const ids = [...this.#waiting];
    this.#waiting = new Set();
    try {
      publisher.changed(await viewsOfApprovals(knex, ids));
    } catch (error) {
      // Pages poll underneath; what is lost is time.
      logger.debug(
        'Views of a request could not be told',
        error instanceof Error ? error : undefined,
      );
    }
  }
}
