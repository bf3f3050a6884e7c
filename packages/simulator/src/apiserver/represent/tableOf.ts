import { ResourceType } from '../ObjectStore';
import { StoredObject } from '../store/StoredObject';
import { columnsOf } from './columnsOf';

/** Rows for people: what `kubectl get` prints. */
export function tableOf(
  type: ResourceType,
  entries: readonly StoredObject[],
  options: { include: string; now: Date },
): Record<string, unknown> {
  const columns = columnsOf(type);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: {},
    columnDefinitions: columns.map(({ cell, ...definition }) => definition),
    rows: entries.map(entry => ({
      cells: columns.map(column => column.cell(entry.object, options.now)),
      ...rowObject(entry, options.include),
    })),
  };
}

function rowObject(entry: StoredObject, include: string): object {
  switch (include) {
    case 'None':
      return { object: null };
    case 'Object':
      return { object: entry.object };
    default:
      return {
        object: {
          kind: 'PartialObjectMetadata',
          apiVersion: 'meta.k8s.io/v1',
          metadata: entry.object.metadata,
        },
      };
  }
}
