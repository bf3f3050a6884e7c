import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work goes on without a pause, in milliseconds. */
const SLICE_MS = 8;

/**
 * Keeps long work from holding up everything else in the process. A socket hands over megabytes within one turn of the
 * event loop, so that waiting for the next piece of a stream is no pause.
 *
 * @internal
 */
export class TimeSlice {
  static start(): TimeSlice {
    return new TimeSlice();
  }

  #end = performance.now() + SLICE_MS;

  private constructor() {}

  /** Whether it is time for a pause. */
  get over(): boolean {
    return performance.now() > this.#end;
  }

  /** Lets others run. */
  async pause(): Promise<void> {
    await nextTurn();
    this.#end = performance.now() + SLICE_MS;
  }
}
