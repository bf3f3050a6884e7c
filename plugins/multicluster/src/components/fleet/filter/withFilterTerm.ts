import { filterSpans, rawParts } from './filterSpans';
import { quoteFilterValue } from './quoteFilterValue';

/**
 * The filter with exactly one term for a key, in the place of those it had; without a value the key's terms go.
 */
export function withFilterTerm(
  text: string,
  key: string,
  value?: string,
): string {
  const kept = rawParts(text)
    .filter(part => /^\S/.test(part.text))
    .filter(part => {
      const first = filterSpans(part.text).find(span => span.kind === 'key');
      return first?.text.toLowerCase() !== `${key}:`;
    })
    .map(part => part.text);
  const term = value === undefined ? [] : [`${key}:${quoteFilterValue(value)}`];
  return [...kept, ...term].join(' ');
}
