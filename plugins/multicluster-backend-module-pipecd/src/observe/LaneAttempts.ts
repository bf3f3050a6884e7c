import { status } from '@grpc/grpc-js';
import { LaneReporter } from '@fairway/backstage-plugin-multicluster-node';
import { backOffDelay } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { PipecdError } from '../wire/PipecdError';
import { laneProblem } from './laneProblem';

const BASE_MS = 5_000;
const CAP_MS = 60_000;
/** A request at which the control plane drops the connection each time may be what ends it. */
const DROPS_MS = 600_000;
const DROPS = 2;

/**
 * Rounds of one lane: tells how it fares, and how long to wait after a failure.
 *
 * @remarks
 * A request at which the connection was lost is not repeated as it is: first something harmless is asked, and when that is
 * answered and the request is not, again, it rests for ten minutes. Some requests end the process of a control plane; none of
 * those known is ever sent, and this keeps an unknown one from ending it every few seconds.
 *
 * @internal
 */
export class LaneAttempts {
  static create(options: {
    lane: string;
    subject: string;
    report: LaneReporter;
    probe: () => Promise<void>;
    random?: () => number;
  }): LaneAttempts {
    options.report.declare(options.lane, { subject: options.subject });
    return new LaneAttempts(options);
  }

  readonly #lane: string;
  readonly #subject: string;
  readonly #report: LaneReporter;
  readonly #probe: () => Promise<void>;
  readonly #random: () => number;
  #failures = 0;
  #dropped = 0;

  private constructor(options: {
    lane: string;
    subject: string;
    report: LaneReporter;
    probe: () => Promise<void>;
    random?: () => number;
  }) {
    this.#lane = options.lane;
    this.#subject = options.subject;
    this.#report = options.report;
    this.#probe = options.probe;
    this.#random = options.random ?? Math.random;
  }

  /**
   * Makes a round.
   *
   * @returns milliseconds to wait before the next because this one failed; 0 when it did not
   * @throws what is no answer of the control plane: a lost lease, an aborted signal
   */
  async make(round: () => Promise<void>): Promise<number> {
    let probing = this.#dropped > 0;
    try {
      if (probing) {
        await this.#probe();
        probing = false;
      }
      await round();
      this.#succeeded();
      return 0;
    } catch (error) {
      if (!(error instanceof PipecdError)) {
        throw error;
      }
      return this.#failed(error, probing);
    }
  }

  #succeeded(): void {
    this.#report.contact(this.#lane);
    if (this.#failures > 0) {
      this.#report.recovered(this.#lane);
    }
    this.#failures = 0;
    this.#dropped = 0;
  }

  #failed(error: PipecdError, probing: boolean): number {
    this.#failures += 1;
    if (!probing && error.sent && error.grpc === status.UNAVAILABLE) {
      this.#dropped += 1;
    }
    const resting = !probing && this.#dropped > DROPS;
    this.#report.problem(
      this.#lane,
      laneProblem(error, this.#subject, resting),
    );
    return resting
      ? DROPS_MS
      : backOffDelay(this.#failures, {
          baseMs: BASE_MS,
          capMs: CAP_MS,
          retryAfterMs: 1_000,
          random: this.#random,
        });
  }
}
