/**
 * What a term of a filter looks at. `text` looks at names, namespaces and kinds; `status` at states, and of workloads at
 * what no state says as well: `last-known`, `unplaced` and `unread`.
 *
 * @public
 */
export const filterFields = [
  'status',
  'region',
  'cluster',
  'source',
  'environment',
  'pipeline',
  'kind',
  'namespace',
  'name',
  'image',
  'version',
  'owner',
  'entity',
  'text',
] as const;

/** {@inheritDoc filterFields} @public */
export type FilterField = (typeof filterFields)[number];

/**
 * One term of a filter; all terms must hold.
 *
 * @public
 */
export interface FilterTerm {
  field: FilterField;
  negated: boolean;
  /** Any of these; each may hold `*` and `?` unless `literal`. Lower case is not forced: comparison ignores case. */
  values: FilterValue[];
}

/** {@inheritDoc FilterTerm} @public */
export interface FilterValue {
  text: string;
  /** Written in quotes: `*` and `?` stand for themselves. */
  literal: boolean;
}

/** Something in a filter that cannot be understood. @public */
export interface FilterProblem {
  code: 'unknown-field' | 'empty-value' | 'unclosed-quote';
  /** The part at fault, as written. */
  part: string;
  /** Index of its first character. */
  at: number;
}

/** A filter, taken apart. @public */
export interface ParsedFilter {
  terms: FilterTerm[];
  problems: FilterProblem[];
}
