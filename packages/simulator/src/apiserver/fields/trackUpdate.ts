import { KubeObject, ResourceType } from '../ObjectStore';
import { compareFields } from './compareFields';
import { FieldSet } from './FieldSet';
import { fieldValues } from './fieldValues';
import { managedFields, Manager } from './managedFields';

/** Who writes, and where. */
export interface Writer {
  manager: string;
  apiVersion: string;
  time: string;
  subresource?: string;
}

/**
 * The managedFields after an ordinary write: what the writer changes is the writer's, and no longer anybody else's.
 */
export function trackUpdate(
  type: ResourceType,
  live: KubeObject | undefined,
  next: KubeObject,
  writer: Writer,
): Array<Record<string, unknown>> {
  const walk = {
    custom: type.served === 'custom',
    containers: true,
    roots: (field: string) => rootsOf(type, writer.subresource)(field),
  };
  const { changed, removed } = compareFields(
    live ? fieldValues(live, walk) : new Map(),
    fieldValues(next, walk),
  );
  const managers = managedFields.read(live);
  if (!changed.size && !removed.size) {
    return managedFields.write(managers);
  }
  const me: Omit<Manager, 'fields'> = { ...writer, operation: 'Update' };
  const mine = managers.find(manager => managedFields.same(manager, me));
  const held = (mine?.fields ?? FieldSet.of([])).union(changed).minus(removed);
  return managedFields.write([
    ...managers
      .filter(manager => manager !== mine)
      .map(manager => ({
        ...manager,
        fields: manager.fields.minus(changed).minus(removed),
      })),
    { ...me, fields: held },
  ]);
}

/** A status write manages status alone, a write of the object everything else where status is a subresource. */
function rootsOf(type: ResourceType, subresource: string | undefined) {
  return (field: string) =>
    subresource === 'status'
      ? field === 'status'
      : field !== 'status' || !type.subresources.includes('status');
}
