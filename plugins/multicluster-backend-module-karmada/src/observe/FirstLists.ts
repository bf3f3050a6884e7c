import { setTimeout as sleep } from 'node:timers/promises';
import {
  FleetSink,
  LaneReporter,
  ObserveContext,
} from '@fairway/backstage-plugin-multicluster-node';

/** How long to wait, in milliseconds. @internal */
export interface FirstListTimings {
  /** Lists of which none gets further for this long are waited for no more (10,000). */
  stalledMs: number;
  /** How often to look (50). */
  lookMs: number;
}

/** {@inheritDoc FirstListTimings} @internal */
export const defaultFirstListTimings: FirstListTimings = {
  stalledMs: 10_000,
  lookMs: 50,
};

/**
 * Knows when the first lists of some lanes are through, for those who come after them.
 *
 * @remarks
 * A binding is derived with its template and with the override policies. Where it comes first it is derived and written
 * twice, which for 100,000 of them doubles what a first sync costs. Order is all that is won: a lane that fails or stalls is
 * not waited for, and what comes late is derived again.
 *
 * @internal
 */
export class FirstLists {
  static create(
    given: ObserveContext,
    timings: FirstListTimings = defaultFirstListTimings,
  ): FirstLists {
    return new FirstLists(given, timings);
  }

  /** What the lanes to be waited for are observed with. */
  readonly context: ObserveContext;
  readonly #timings: FirstListTimings;
  readonly #awaited = new Set<string>();
  readonly #settled = new Set<string>();
  #movedAt = performance.now();

  private constructor(given: ObserveContext, timings: FirstListTimings) {
    this.#timings = timings;
    this.context = {
      ...given,
      sink: this.#sink(given.sink),
      report: this.#report(given.report),
    };
  }

  /**
   * Resolves once every lane has been listed, has failed, or stalls.
   *
   * @param declared - whether all lanes that matter have been declared
   */
  async through(signal: AbortSignal, declared: () => boolean): Promise<void> {
    const { stalledMs, lookMs } = this.#timings;
    this.#movedAt = performance.now();
    while (
      !(declared() && this.#allSettled) &&
      performance.now() - this.#movedAt < stalledMs
    ) {
      await sleep(lookMs, undefined, { signal });
    }
  }

  get #allSettled(): boolean {
    return [...this.#awaited].every(lane => this.#settled.has(lane));
  }

  #sink(sink: FleetSink): FleetSink {
    return {
      checkpoint: async lane => {
        const stored = await sink.checkpoint(lane);
        if (stored !== undefined) {
          this.#settled.add(lane);
        }
        return stored;
      },
      referencedKinds: () => sink.referencedKinds(),
      change: batch => sink.change(batch),
      beginSweep: async lane => {
        const sweep = await sink.beginSweep(lane);
        return {
          page: async facts => {
            await sweep.page(facts);
            this.#movedAt = performance.now();
          },
          complete: async checkpoint => {
            await sweep.complete(checkpoint);
            this.#settled.add(lane);
          },
        };
      },
    };
  }

  #report(report: LaneReporter): LaneReporter {
    return {
      declare: (lane, options) => {
        this.#awaited.add(lane);
        report.declare(lane, options);
      },
      retire: lane => {
        this.#settled.add(lane);
        report.retire(lane);
      },
      problem: (lane, problem) => {
        this.#settled.add(lane);
        report.problem(lane, problem);
      },
      contact: lane => report.contact(lane),
      lag: (lane, seconds) => report.lag(lane, seconds),
      relist: lane => report.relist(lane),
      recovered: lane => report.recovered(lane),
      facts: facts => report.facts(facts),
      missingRbac: yaml => report.missingRbac(yaml),
    };
  }
}
