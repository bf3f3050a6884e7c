import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** A system and those of its parts that may have workloads: references of components and resources, each once. */
export function partsOfSystem(system: Entity): string[] {
  const parts = (system.relations ?? [])
    .filter(({ type }) => type === 'hasPart')
    .map(({ targetRef }) => targetRef)
    .filter(ref => /^(component|resource):/.test(ref));
  return [stringifyEntityRef(system), ...new Set(parts)];
}
