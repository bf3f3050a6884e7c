import { toJson } from '../sql/toJson';
import { factHash } from './factHash';

/** A fact with what is stored of it. */
export interface PreparedFact<T extends object> {
  fact: T;
  json: string;
  hash: string;
}

/** {@inheritDoc PreparedFact} */
export function prepareFact<T extends object>(
  fact: T,
  toText: (fact: T) => string = toJson,
): PreparedFact<T> {
  const json = toText(fact);
  return { fact, json, hash: factHash(json) };
}
