import { Delay } from './Delay';
import { draw } from './draw';

/** Most milliseconds on either side of an effect: wide enough for a crash to fall between. */
const SLOW_MS = 60;
/** One in so many has its effect only after the portal is dead and up again, as where a queue lies between. */
const SLOWEST_MS = 4_000;
const ONE_IN = 10;

/** How long what the portal sends takes: the same for the same seed and the same number of calls. */
export function drawDelays(seed: number): Delay {
  let calls = 0;
  return when => {
    calls += 1;
    const late =
      when === 'before' && draw(seed, calls, 'late', 1, ONE_IN) === 1;
    return draw(seed, calls, 'delay', 0, late ? SLOWEST_MS : SLOW_MS);
  };
}
