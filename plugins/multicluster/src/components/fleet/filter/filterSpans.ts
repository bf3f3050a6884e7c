import { parseFilter } from '@fairway/backstage-plugin-multicluster-common';

/** A stretch of the text of a filter, for colouring. The texts of all spans, joined, are the filter. */
export interface FilterSpan {
  kind: 'blank' | 'not' | 'key' | 'value';
  text: string;
  start: number;
  /** The part it belongs to cannot be understood. */
  wrong: boolean;
}

/** Takes the text of a filter apart for colouring, without losing a character. */
export function filterSpans(text: string): FilterSpan[] {
  const wrongAt = new Set(parseFilter(text).problems.map(({ at }) => at));
  return rawParts(text).flatMap(part => {
    if (/^\s/.test(part.text)) {
      return [{ ...part, kind: 'blank' as const, wrong: false }];
    }
    return partSpans(part, wrongAt.has(part.start));
  });
}

/** Blanks and parts in turn. A blank in quotes belongs to its part. */
export function rawParts(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  const pattern = /\s+|(?:"(?:\\.|[^"\\])*(?:"|\\?$)|[^\s"])+/g;
  for (const match of text.matchAll(pattern)) {
    parts.push({ text: match[0], start: match.index });
  }
  return parts;
}

function partSpans(
  part: { text: string; start: number },
  wrong: boolean,
): FilterSpan[] {
  const spans: FilterSpan[] = [];
  let { text, start } = part;
  const push = (kind: FilterSpan['kind'], length: number) => {
    if (length > 0) {
      spans.push({ kind, text: text.slice(0, length), start, wrong });
      start += length;
      text = text.slice(length);
    }
  };
  push('not', /^[!-]/.test(text) ? 1 : 0);
  const colon = text.search(/[":]/);
  push('key', text[colon] === ':' ? colon + 1 : 0);
  push('value', text.length);
  return spans;
}
