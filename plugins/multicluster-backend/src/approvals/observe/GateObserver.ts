import { LoggerService } from '@backstage/backend-plugin-api';
import { InventoryChange } from '../../inventory/hints/InventoryChange';
import { InventoryHints } from '../../inventory/hints/InventoryHints';
import { GateRound } from './GateRound';

/** How often everything is looked at, for what no hint told: those of another replica, a restart, a match that was confirmed. */
const SWEEP_MS = 10_000;

/**
 * Keeps requests for approval and the gates of runs in step: looks at what changed when it is told so, and at everything from
 * time to time. One round at a time; what changes meanwhile waits for the next. Every replica does so, which does no harm.
 */
export class GateObserver {
  static start(options: {
    hints: Pick<InventoryHints, 'onChange'>;
    logger: LoggerService;
    round: GateRound;
    sweepMs?: number;
  }): GateObserver {
    return new GateObserver(options);
  }

  readonly #round: GateRound;
  readonly #logger: LoggerService;
  readonly #unsubscribe: () => void;
  readonly #timer: NodeJS.Timeout;
  #waiting = new Set<number>();
  #everything = true;
  #running: Promise<void> | undefined;
  #stopped = false;

  private constructor({
    hints,
    logger,
    round,
    sweepMs = SWEEP_MS,
  }: {
    hints: Pick<InventoryHints, 'onChange'>;
    logger: LoggerService;
    round: GateRound;
    sweepMs?: number;
  }) {
    this.#round = round;
    this.#logger = logger;
    this.#unsubscribe = hints.onChange(changes => this.#heard(changes));
    this.#timer = setInterval(() => {
      this.#everything = true;
      this.#run();
    }, sweepMs);
    this.#timer.unref();
    this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    clearInterval(this.#timer);
    await this.#running;
  }

  #heard(changes: InventoryChange[]): void {
    for (const { all, runIds } of changes) {
      this.#everything ||= all;
      runIds.forEach(id => this.#waiting.add(id));
    }
    if (this.#everything || this.#waiting.size > 0) {
      this.#run();
    }
  }

  #run(): void {
    if (this.#running || this.#stopped) {
      return;
    }
    const runIds = this.#everything ? undefined : this.#waiting;
    this.#everything = false;
    this.#waiting = new Set();
    this.#running = this.#round
      .look(runIds && { runIds })
      .catch(error =>
        this.#logger.warn(
          'Gates could not be looked at; it is tried again',
          error instanceof Error ? error : undefined,
        ),
      )
      .finally(() => {
        this.#running = undefined;
        if (this.#everything || this.#waiting.size > 0) {
          this.#run();
        }
      });
  }
}
