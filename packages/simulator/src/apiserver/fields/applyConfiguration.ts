import { KubeObject, ResourceType } from '../ObjectStore';
import { applyConflicts } from './applyConflicts';
import { compareFields } from './compareFields';
import { FieldSet } from './FieldSet';
import { fieldValues } from './fieldValues';
import { managedFields, Manager } from './managedFields';
import { mergeApplied } from './mergeApplied';
import { removeFields } from './removeFields';
import { Writer } from './trackUpdate';

/**
 * Server-side apply: the applier holds exactly the fields it sends. What it held and no longer sends is removed unless
 * somebody else holds it too; what others hold with another value is a conflict, or taken over by force.
 */
export function applyConfiguration(
  type: ResourceType,
  live: KubeObject,
  applied: KubeObject,
  writer: Writer,
  options: { force: boolean },
): KubeObject {
  const schema = { custom: type.served === 'custom' };
  const walk = { ...schema, roots: () => true };
  const me: Omit<Manager, 'fields'> = { ...writer, operation: 'Apply' };
  const managers = managedFields.read(live);
  const mine = managers.find(manager => managedFields.same(manager, me));
  const others = managers.filter(manager => manager !== mine);

  const wanted = FieldSet.of(
    [...fieldValues(applied, { ...walk, containers: false }).values()].map(
      ({ path }) => path,
    ),
  );
  const merged = mergeApplied(live, applied, schema) as KubeObject;
  const { changed } = compareFields(
    fieldValues(live, { ...walk, containers: true }),
    fieldValues(merged, { ...walk, containers: true }),
  );
  const conflicts = others.flatMap(manager =>
    manager.fields
      .intersect(changed)
      .paths()
      .map(path => ({ manager, path })),
  );
  if (conflicts.length && !options.force) {
    throw applyConflicts(conflicts);
  }

  const kept = others.reduce(
    (set, manager) => set.union(manager.fields),
    wanted,
  );
  const dropped = (mine?.fields ?? FieldSet.of([]))
    .withParents()
    .minus(kept.withParents());
  const next = removeFields(merged, dropped.paths(), schema) as KubeObject;
  return {
    ...next,
    metadata: {
      ...next.metadata,
      managedFields: managedFields.write([
        ...others.map(manager => ({
          ...manager,
          fields: manager.fields.minus(changed),
        })),
        { ...me, fields: wanted },
      ]),
    },
  };
}
