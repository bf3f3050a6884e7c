import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestSnapshot } from './ApprovalEngine';
import { PersonDesk } from './PersonDesk';
import { TimeTurn } from './TimeTurn';

/** @internal */
export interface RequestLookOptions {
  store: ApprovalStore;
  desk: PersonDesk;
  turn: TimeTurn;
  logger: LoggerService;
  changed: (requestId: string) => void;
}

/** Lets happen to one request what time brings. */
export class RequestLook {
  static create(options: RequestLookOptions): RequestLook {
    return new RequestLook(options);
  }

  readonly #options: RequestLookOptions;

  private constructor(options: RequestLookOptions) {
    this.#options = options;
  }

  /** One that cannot be looked at keeps none of the others waiting. Deadlines and freezes need no catalog. */
  async take(id: string): Promise<void> {
    const { store, turn, logger, changed } = this.#options;
    try {
      const before = await store.snapshot(id);
      const read = await this.#read(before);
      const version = await store.change(id, change => {
        if (read) {
          turn.take(change, ...read);
        } else {
          turn.takeClock(change);
        }
        return change;
      });
      if (version.request.version !== before.request.version) {
        changed(id);
      }
    } catch (error) {
      logger.warn(`Request ${id} is not looked at: ${stringifyError(error)}`);
    }
  }

  /** Undefined: the catalog is away. */
  async #read(before: RequestSnapshot) {
    const { desk, logger } = this.#options;
    try {
      const facts = await desk.facts(before, undefined);
      return [facts, await desk.known(before, facts)] as const;
    } catch (error) {
      logger.debug(`Rights are not looked at: ${stringifyError(error)}`);
      return undefined;
    }
  }
}
