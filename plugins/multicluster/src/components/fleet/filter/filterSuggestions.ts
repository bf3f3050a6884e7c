import { rawParts } from './filterSpans';
import { quoteFilterValue } from './quoteFilterValue';

/** A key of the filter language and the values worth offering for it. */
export interface FilterKey {
  key: string;
  values: string[];
}

/** What choosing a suggestion makes of the text. */
export interface FilterSuggestion {
  /** What is offered, for example `region:` or `eu-west`. */
  label: string;
  kind: 'key' | 'value';
  text: string;
  caret: number;
}

const LIMIT = 12;

/**
 * What could be meant at the caret: keys while none is written, then the values of that key.
 *
 * @param keys - keys in the order to offer them
 */
export function filterSuggestions(
  text: string,
  caret: number,
  keys: FilterKey[],
): FilterSuggestion[] {
  const part = rawParts(text).find(
    candidate =>
      /^\S/.test(candidate.text) &&
      candidate.start < caret &&
      caret <= candidate.start + candidate.text.length,
  ) ?? { text: '', start: caret };
  const before = part.text.slice(0, caret - part.start);
  const not = /^[!-]?/.exec(before)![0];
  const colon = before.indexOf(':');
  const replace = (term: string, blank: string) => {
    const rest = text.slice(part.start + part.text.length);
    const end = blank && !rest.startsWith(blank) ? blank : '';
    const head = `${text.slice(0, part.start)}${not}${term}`;
    return {
      text: `${head}${end}${rest}`,
      caret: head.length + (blank ? 1 : 0),
    };
  };

  if (colon < 0) {
    const start = before.slice(not.length).toLowerCase();
    return keys
      .filter(({ key }) => key.startsWith(start))
      .map(({ key }) => ({
        kind: 'key' as const,
        label: `${key}:`,
        ...replace(`${key}:`, ''),
      }));
  }
  const key = before.slice(not.length, colon).toLowerCase();
  const written = before.slice(colon + 1);
  const comma = written.lastIndexOf(',') + 1;
  const typed = written.slice(comma).replace(/"/g, '').toLowerCase();
  const values = keys.find(candidate => candidate.key === key)?.values ?? [];
  return values
    .filter(value => value.toLowerCase().includes(typed) && value !== typed)
    .slice(0, LIMIT)
    .map(value => ({
      kind: 'value' as const,
      label: value,
      ...replace(
        `${key}:${written.slice(0, comma)}${quoteFilterValue(value)}`,
        ' ',
      ),
    }));
}
