/** Fields of an entity that `claimOfEntity` reads, and nothing else of it: what is not asked for cannot be claimed by. */
export const ENTITY_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.owner',
  'spec.system',
  'relations',
];
