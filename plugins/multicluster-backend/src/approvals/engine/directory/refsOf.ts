import { Entity } from '@backstage/catalog-model';

/** Where relations of a type lead, in lower case. */
export function refsOf(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}
