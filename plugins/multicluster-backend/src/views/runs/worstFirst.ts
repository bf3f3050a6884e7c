import { Sentence, Tone } from '@fairway/backstage-plugin-multicluster-common';

const TONES: Tone[] = ['bad', 'warn', 'hold', 'run', 'info'];

/** Sentences by urgency; equals stay in the order given. */
export function worstFirst(
  sentences: Array<Sentence & { tone: Tone }>,
): Array<Sentence & { tone: Tone }> {
  return [...sentences].sort(
    (a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone),
  );
}
