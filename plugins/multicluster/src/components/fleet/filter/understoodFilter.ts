import { parseFilter } from '@fairway/backstage-plugin-multicluster-common';
import { rawParts } from './filterSpans';

/** The parts of a filter that can be understood, as they were written. The others are named to the person instead. */
export function understoodFilter(text: string): string {
  const wrongAt = new Set(parseFilter(text).problems.map(({ at }) => at));
  return rawParts(text)
    .filter(part => /^\S/.test(part.text) && !wrongAt.has(part.start))
    .map(part => part.text)
    .join(' ');
}
