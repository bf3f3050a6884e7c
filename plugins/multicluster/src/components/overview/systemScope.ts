import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** Most entities a request may name. */
const MOST = 200;

/** The parts of a system whose workloads are looked at, and how many more it has than one request may name. */
export function systemScope(system: Entity): {
  entityRefs: string[];
  left: number;
} {
  const parts = (system.relations ?? [])
    .filter(({ type }) => type === 'hasPart')
    .map(({ targetRef }) => targetRef)
    .filter(ref => /^(component|resource):/.test(ref));
  const refs = [stringifyEntityRef(system), ...new Set(parts)];
  return {
    entityRefs: refs.slice(0, MOST),
    left: Math.max(0, refs.length - MOST),
  };
}
