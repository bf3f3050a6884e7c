import { KubeObject } from '../ObjectStore';
import { FieldSet } from './FieldSet';

/** Who holds which fields, and since when. */
export interface Manager {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time: string;
  subresource?: string;
  fields: FieldSet;
}

function read(object: KubeObject | undefined): Manager[] {
  return (object?.metadata.managedFields ?? []).map(entry => ({
    manager: String(entry.manager),
    operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
    apiVersion: String(entry.apiVersion),
    time: String(entry.time),
    ...(entry.subresource ? { subresource: String(entry.subresource) } : {}),
    fields: FieldSet.fromFieldsV1(entry.fieldsV1),
  }));
}

/** In the order of a real server: appliers first, then by time. Managers that hold nothing are gone. */
function write(managers: Manager[]): Array<Record<string, unknown>> {
  const rank = ({ operation, time, manager }: Manager) =>
    `${operation} ${time} ${manager}`;
  return managers
    .filter(({ fields }) => fields.size)
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(({ fields, ...entry }) => ({
      apiVersion: entry.apiVersion,
      fieldsType: 'FieldsV1',
      fieldsV1: fields.toFieldsV1(),
      manager: entry.manager,
      operation: entry.operation,
      ...(entry.subresource && { subresource: entry.subresource }),
      time: entry.time,
    }));
}

function same(a: Manager, b: Omit<Manager, 'fields' | 'time'>): boolean {
  return (
    a.manager === b.manager &&
    a.operation === b.operation &&
    a.apiVersion === b.apiVersion &&
    (a.subresource ?? '') === (b.subresource ?? '')
  );
}

/** Reading and writing `metadata.managedFields`. */
export const managedFields = { read, write, same } as const;
