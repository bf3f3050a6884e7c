import { Stopped } from '../check/checkStop';
import { draw } from '../lib/draw';
import { SHOP } from '../portal/crashWorld';

/** A stop of the line that somebody means to make. */
export interface PlannedStop {
  /** As it is asked for. */
  scope: { environment?: string; source?: string; entityRef?: string };
  /** Far ends that get nothing by it; of one more it may hold too, nothing is said. */
  sources: Stopped['sources'];
  /** How long before it, and how long it lasts once it must hold. */
  afterMs: number;
  lastsMs: number;
}

const SCOPES: Array<Pick<PlannedStop, 'scope' | 'sources'>> = [
  { scope: {}, sources: ['tool', 'plane'] },
  { scope: { entityRef: SHOP }, sources: ['tool', 'plane'] },
  { scope: { source: 'tool' }, sources: ['tool'] },
  { scope: { source: 'plane' }, sources: ['plane'] },
  { scope: { environment: 'live' }, sources: ['tool'] },
  { scope: { environment: 'held' }, sources: ['plane'] },
];
const LEAST_PAUSE_MS = 3_000;
const MOST_PAUSE_MS = 9_000;
const MOST_LASTS_MS = 2_500;

/** The stop of that number: the same for the same seed. */
export function drawStop(seed: number, number: number): PlannedStop {
  const one = (question: string, low: number, high: number) =>
    draw(seed, number, `stop/${question}`, low, high);
  return {
    ...SCOPES[one('scope', 0, SCOPES.length - 1)],
    afterMs: one('after', LEAST_PAUSE_MS, MOST_PAUSE_MS),
    lastsMs: one('lasts', 0, MOST_LASTS_MS),
  };
}
