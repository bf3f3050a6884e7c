import { RunDemand } from '../../../contract';

/** A {@link RunDemand} that a test steers. @public */
export interface TestDemand extends RunDemand {
  /** Runs that somebody has on screen. */
  watch(keys: string[]): void;
  /** From now on nothing but {@link TestDemand.wake} ends a wait. */
  hold(): void;
  /** Waits end by time again. */
  release(): void;
  /** A webhook named these runs, or none. */
  wake(keys: string[]): void;
  /** How many waits are under way. */
  waiting(): number;
}

/** Makes a {@link TestDemand}; waits end after at most `longestMs` (50), so that tests need no patience. @public */
export function testDemand(longestMs = 50): TestDemand {
  let watched: string[] = [];
  let held = false;
  const waits = new Set<(keys: string[]) => void>();
  const end = (keys: string[]) => [...waits].forEach(wait => wait(keys));
  return {
    watched: () => watched,
    watch: keys => {
      watched = keys;
    },
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      end([]);
    },
    wake: keys => end(keys.length > 0 ? keys : ['']),
    waiting: () => waits.size,
    async wait(ms, signal) {
      const ended = new AbortController();
      const keys = await new Promise<string[]>(resolve => {
        const byTime = () => {
          if (!held) {
            resolve([]);
          }
        };
        const timer = setTimeout(byTime, Math.min(ms, longestMs));
        waits.add(resolve);
        const stop = { signal: ended.signal, once: true };
        signal.addEventListener('abort', () => resolve([]), stop);
        ended.signal.addEventListener('abort', () => {
          clearTimeout(timer);
          waits.delete(resolve);
        });
        if (signal.aborted) {
          resolve([]);
        }
      });
      ended.abort();
      return keys;
    },
  };
}
