import type { Clock } from './Clock';

interface Timer {
  due: number;
  sequence: number;
  callback: () => void;
}

interface Live {
  speed: number;
  fromReal: number;
  fromElapsed: number;
}

// A real timer may not be set further ahead than 2^31 milliseconds; an hour is short enough and costs nothing.
const LONGEST_SLEEP = 3_600_000;

/**
 * A clock that stands still until told to move: `advance` runs what is due, in order; `goLive` lets it follow the real
 * time from there on, at a speed.
 *
 * While standing, timestamps are those of the told time; once live they are the real ones, so that ages computed by
 * others stay true at any speed.
 */
export class SimulatedClock implements Clock {
  readonly #timers: Timer[] = [];
  #startAt: number;
  #elapsed = 0;
  #sequence = 0;
  #live: Live | undefined;
  #sleeping: NodeJS.Timeout | undefined;
  #running = false;

  static create(options: { startAt?: number } = {}): SimulatedClock {
    return new SimulatedClock(options.startAt ?? Date.now());
  }

  private constructor(startAt: number) {
    this.#startAt = startAt;
  }

  now(): number {
    return this.#live ? Date.now() : this.#startAt + this.#elapsed;
  }

  elapsed(): number {
    if (this.#live && !this.#running) {
      const { speed, fromReal, fromElapsed } = this.#live;
      return Math.max(
        this.#elapsed,
        fromElapsed + (performance.now() - fromReal) * speed,
      );
    }
    return this.#elapsed;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer: Timer = {
      due: this.elapsed() + Math.max(0, milliseconds),
      sequence: (this.#sequence += 1),
      callback,
    };
    this.#insert(timer);
    this.#sleep();
    return () => {
      const index = this.#timers.indexOf(timer);
      if (index >= 0) {
        this.#timers.splice(index, 1);
      }
    };
  }

  /** Runs everything that is due within that much world time, at once and in order. */
  advance(milliseconds: number): void {
    const target = this.elapsed() + milliseconds;
    this.#runUntil(target);
    if (this.#live) {
      this.#live.fromElapsed = target;
      this.#live.fromReal = performance.now();
      this.#sleep();
    }
  }

  goLive(speed = 1): void {
    this.#live = {
      speed,
      fromReal: performance.now(),
      fromElapsed: this.elapsed(),
    };
    this.#sleep();
  }

  /** Stands still for good; nothing that waits is called any more. */
  stop(): void {
    clearTimeout(this.#sleeping);
    this.#startAt = this.now() - this.#elapsed;
    this.#live = undefined;
    this.#timers.length = 0;
  }

  #runUntil(target: number): void {
    const nested = this.#running;
    this.#running = true;
    try {
      while (this.#timers.length > 0 && this.#timers[0].due <= target) {
        const timer = this.#timers.shift()!;
        this.#elapsed = Math.max(this.#elapsed, timer.due);
        timer.callback();
      }
      this.#elapsed = Math.max(this.#elapsed, target);
    } finally {
      this.#running = nested;
    }
  }

  #sleep(): void {
    if (!this.#live || this.#running) {
      return;
    }
    clearTimeout(this.#sleeping);
    const next = this.#timers[0];
    if (!next) {
      return;
    }
    const wait = (next.due - this.elapsed()) / this.#live.speed;
    this.#sleeping = setTimeout(() => {
      this.#runUntil(this.elapsed());
      this.#sleep();
    }, Math.min(LONGEST_SLEEP, Math.max(0, Math.ceil(wait))));
    // The server that serves the world keeps the process alive, not the world's clock.
    this.#sleeping.unref();
  }

  #insert(timer: Timer): void {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#timers[middle].due <= timer.due) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    this.#timers.splice(low, 0, timer);
  }
}
