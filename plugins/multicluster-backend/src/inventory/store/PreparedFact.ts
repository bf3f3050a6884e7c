import { FleetFact } from '@fairway/backstage-plugin-multicluster-node';
import { toJson } from '../sql/toJson';
import { factHash } from './factHash';

/** A fact with what is stored of it. */
export interface PreparedFact<T extends FleetFact = FleetFact> {
  fact: T;
  json: string;
  hash: string;
}

/** {@inheritDoc PreparedFact} */
export function prepareFact<T extends FleetFact>(fact: T): PreparedFact<T> {
  const json = toJson(fact);
  return { fact, json, hash: factHash(json) };
}
