import {
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneObservation } from '@fairway/backstage-plugin-multicluster-node';

/** What is seen of a wave that was released. Milliseconds. */
export interface WaveSight {
  seen: ReadonlyArray<LaneObservation & { cluster: string }>;
  /** Since it was sent. */
  elapsedMs: number;
  /** How long it may take to come up. */
  patienceMs: number;
  /** Whether the change was taken is not known: nothing is said of time before it is. */
  ambiguous: boolean;
}

/** {@inheritDoc outcomeOfWave} */
export type WaveOutcome =
  | { state: 'observed' | 'unproven'; sentence: Sentence }
  | { state: 'waiting'; settled: boolean; sentence: Sentence }
  /** `changed`: clusters that have other content than was approved. */
  | { state: 'halt'; sentence: Sentence; changed: string[] };

/** What a control plane says right after a change may still be about what was there before. */
const GRACE_MS = 15_000;

const ORDER: ReadonlyArray<LaneObservation['outcome']> = [
  'changed',
  'unhealthy',
  'unreachable',
  'progressing',
  'unproven',
  'observed',
];

/** What became of a wave: the worst of its clusters counts, and one that does not come up in time is no better than an unhealthy one. */
export function outcomeOfWave(sight: WaveSight): WaveOutcome {
  const { seen, elapsedMs, patienceMs, ambiguous } = sight;
  const [worst] = [...seen].sort(
    (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome),
  );
  const waiting = (settled: boolean): WaveOutcome => ({
    state: 'waiting',
    settled,
    sentence: worst.sentence,
  });
  switch (worst.outcome) {
    case 'observed':
    case 'unproven':
      return { state: worst.outcome, sentence: worst.sentence };
    case 'changed':
      return {
        state: 'halt',
        sentence: worst.sentence,
        changed: seen
          .filter(({ outcome }) => outcome === 'changed')
          .map(({ cluster }) => cluster),
      };
    case 'unhealthy':
      if (elapsedMs < GRACE_MS || ambiguous) {
        return waiting(elapsedMs >= GRACE_MS);
      }
      return { state: 'halt', sentence: worst.sentence, changed: [] };
    default:
      if (elapsedMs < patienceMs || ambiguous) {
        return waiting(elapsedMs >= GRACE_MS);
      }
      return {
        state: 'halt',
        sentence: sentence('lane.halted.slow', {
          cluster: worst.cluster,
          minutes: Math.round(patienceMs / 60_000),
          detail: worst.sentence.text,
        }),
        changed: [],
      };
  }
}
