import {
  FilterField,
  filterFields,
  FilterProblem,
  FilterTerm,
  FilterValue,
  ParsedFilter,
} from './FilterTerm';
import { FilterToken, tokenizeFilter } from './tokenizeFilter';

const ALIASES: Readonly<Record<string, FilterField>> = {
  ns: 'namespace',
  state: 'status',
  env: 'environment',
  'control-plane': 'source',
};

/**
 * Takes a filter apart.
 *
 * @remarks
 * `status:degraded region:eu* !cluster:edge-* kind:Deployment,Job ns:"team a" checkout`: terms are separated by blanks and
 * all must hold; commas separate alternatives; `!` or `-` in front turns a term around; `*` and `?` match as in file names
 * unless quoted; a part without a field looks at names. What cannot be understood is named in `problems` and left out of
 * `terms`, so that a typing error never widens what is shown without saying so.
 *
 * @public
 */
export function parseFilter(text: string): ParsedFilter {
  const terms: FilterTerm[] = [];
  const problems: FilterProblem[] = [];
  for (const token of tokenizeFilter(text)) {
    const parsed = parseToken(token);
    if ('code' in parsed) {
      problems.push(parsed);
    } else {
      terms.push(parsed);
    }
  }
  return { terms, problems };
}

function parseToken(token: FilterToken): FilterTerm | FilterProblem {
  const problem = (code: FilterProblem['code']): FilterProblem => ({
    code,
    part: token.text,
    at: token.at,
  });
  if (token.unclosed) {
    return problem('unclosed-quote');
  }
  const negated = /^[!-]/.test(token.text) && !token.quoted[0];
  const start = negated ? 1 : 0;
  const colon = indexOfUnquoted(token, ':', start);
  const field = colon < 0 ? 'text' : fieldOf(token.text.slice(start, colon));
  if (!field) {
    return problem('unknown-field');
  }
  const values = valuesOf(token, colon < 0 ? start : colon + 1);
  return values.length > 0
    ? { field, negated, values }
    : problem('empty-value');
}

function fieldOf(name: string): FilterField | undefined {
  const lower = name.toLowerCase();
  // `constructor:` must not find what every object has.
  return Object.hasOwn(ALIASES, lower)
    ? ALIASES[lower]
    : filterFields.find(field => field === lower);
}

function valuesOf(token: FilterToken, start: number): FilterValue[] {
  const values: FilterValue[] = [];
  let from = start;
  while (from <= token.text.length) {
    const comma = indexOfUnquoted(token, ',', from);
    const end = comma < 0 ? token.text.length : comma;
    if (end > from) {
      values.push({
        text: token.text.slice(from, end),
        literal: token.quoted.slice(from, end).some(Boolean),
      });
    }
    from = end + 1;
  }
  return values;
}

function indexOfUnquoted(token: FilterToken, char: string, from: number) {
  for (let index = from; index < token.text.length; index++) {
    if (token.text[index] === char && !token.quoted[index]) {
      return index;
    }
  }
  return -1;
}
