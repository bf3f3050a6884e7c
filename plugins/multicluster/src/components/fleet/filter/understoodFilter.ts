import { parseFilter } from '@fairway/backstage-plugin-multicluster-common';
import { rawParts } from './filterSpans';

/** No workload, copy or cluster is in a state of this name, and the back end knows so without reading any. */
const NOTHING = 'status:none';

/**
 * The parts of a filter that can be understood, as they were written. The others are named to the person instead. What is
 * unfinished is left out; a property that does not exist matches nothing, or a typing error would show every row.
 */
export function understoodFilter(text: string): string {
  const { problems } = parseFilter(text);
  if (problems.some(({ code }) => code === 'unknown-field')) {
    return NOTHING;
  }
  const wrongAt = new Set(problems.map(({ at }) => at));
  return rawParts(text)
    .filter(part => /^\S/.test(part.text) && !wrongAt.has(part.start))
    .map(part => part.text)
    .join(' ');
}
