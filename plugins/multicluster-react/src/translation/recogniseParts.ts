import { sentences } from '@fairway/backstage-plugin-multicluster-common';

/** A part of a list that is known as a sentence of its own. @internal */
export interface KnownPart {
  code: string;
  params: Record<string, string | number>;
}

const PART_CODES = /^placement\.(reason|reasonFirst|reasons|part)\./;
const SEPARATOR = ', ';

/** Parameters that are lists of sentences rather than names. */
const LISTS = ['reasons', 'parts'];

/**
 * Says the lists among the parameters of a sentence again, part by part.
 *
 * @param say - says a sentence; undefined where its code is not known
 * @internal
 */
export function sayParts(
  params: KnownPart['params'],
  say: (code: string, params: KnownPart['params']) => string | undefined,
  separator: string,
): KnownPart['params'] {
  const said = { ...params };
  for (const name of LISTS.filter(list => list in params)) {
    said[name] = recogniseParts(String(params[name]))
      .map(part =>
        typeof part === 'string' ? part : say(part.code, part.params) ?? '',
      )
      .join(separator);
  }
  return said;
}

/**
 * Takes a list of English parts apart again, such as the reasons of a sentence: a parameter is text, so the back end can
 * only send them in English. What is not recognised stays as it is.
 *
 * @internal
 */
export function recogniseParts(list: string): Array<KnownPart | string> {
  const pieces = list.split(SEPARATOR);
  const parts: Array<KnownPart | string> = [];
  for (let start = 0; start < pieces.length; ) {
    const found = firstKnown(pieces, start);
    parts.push(found?.part ?? pieces[start]);
    start = found?.end ?? start + 1;
  }
  return parts;
}

/** A part may hold the separator itself, so pieces are joined until they make one. */
function firstKnown(
  pieces: string[],
  start: number,
): { part: KnownPart; end: number } | undefined {
  for (let end = start + 1; end <= pieces.length; end++) {
    const part = recognise(pieces.slice(start, end).join(SEPARATOR));
    if (part) {
      return { part, end };
    }
  }
  return undefined;
}

function recognise(text: string): KnownPart | undefined {
  for (const { code, pattern } of patterns()) {
    const groups = pattern.exec(text)?.groups;
    if (groups) {
      return { code, params: paramsOf(code, groups) };
    }
  }
  return undefined;
}

function paramsOf(
  code: string,
  groups: Record<string, string>,
): Record<string, string | number> {
  return groups.count === undefined
    ? // "1 generation behind" says its count in words.
      { ...groups, ...(code === 'placement.part.behind' && { count: 1 }) }
    : { ...groups, count: Number(groups.count) };
}

let known: Array<{ code: string; pattern: RegExp }> | undefined;

function patterns(): Array<{ code: string; pattern: RegExp }> {
  known ??= Object.entries(sentences)
    // A template that is a parameter and nothing else would recognise everything.
    .filter(
      ([code, text]) => PART_CODES.test(code) && !/^\{\{\w+\}\}$/.test(text),
    )
    .map(([code, text]) => ({
      code: code.replace(/_(one|other)$/, ''),
      pattern: patternOf(text),
    }));
  return known;
}

function patternOf(template: string): RegExp {
  const source = template
    .split(/(\{\{\w+\}\})/)
    .map(piece => {
      const name = /^\{\{(\w+)\}\}$/.exec(piece)?.[1];
      if (!name) {
        return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      }
      return name === 'count' || name === 'total'
        ? `(?<${name}>\\d+)`
        : `(?<${name}>.+)`;
    })
    .join('');
  return new RegExp(`^${source}$`, 's');
}
