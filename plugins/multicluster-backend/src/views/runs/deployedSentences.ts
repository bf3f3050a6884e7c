import { Sentence, Tone } from '@fairway/backstage-plugin-multicluster-common';
import { Deployed } from './Deployed';

/** What is worth knowing of what a pipeline deployed, the worst first. */
export function deployedSentences({
  troubles,
  placedNowhere,
}: Deployed): Array<Sentence & { tone: Tone }> {
  return [
    ...troubles,
    ...placedNowhere.map(item => ({
      ...item.sentence,
      tone: 'warn' as const,
    })),
  ];
}
