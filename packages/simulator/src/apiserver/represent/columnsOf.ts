import { ResourceType } from '../ObjectStore';
import { typeKey } from '../types/typeKey';
import { builtInColumns } from './builtInColumns';
import { Column } from './Column';
import { customColumns } from './customColumns';
import { humanAge } from './humanAge';

const NAME: Column = {
  name: 'Name',
  type: 'string',
  format: 'name',
  description:
    'Name must be unique within a namespace. Is required when creating resources, although some resources may allow a client to request the generation of an appropriate name automatically. Name is primarily intended for creation idempotence and configuration definition. Cannot be updated. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names',
  priority: 0,
  cell: object => object.metadata.name,
};

const AGE: Column = {
  name: 'Age',
  type: 'string',
  format: '',
  description:
    'CreationTimestamp is a timestamp representing the server time when this object was created. It is not guaranteed to be set in happens-before order across separate operations. Clients may not set this value. It is represented in RFC3339 form and is in UTC.\n\nPopulated by the system. Read-only. Null for lists. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata',
  priority: 0,
  cell: (object, now) => humanAge(object.metadata.creationTimestamp, now),
};

/** The printed columns of a kind: those of its CRD, those of its built-in printer, or name and age. */
export function columnsOf(type: ResourceType): Column[] {
  const custom = customColumns(type);
  if (custom) {
    return [NAME, ...custom];
  }
  const { before = [], after = [] } = builtInColumns[typeKey(type)] ?? {};
  return [NAME, ...before, AGE, ...after];
}
