import { KubeObject, ResourceType } from '../ObjectStore';
import { humanAge } from './humanAge';

/** A column of a table answer, and how its cells are read. */
export interface Column {
  name: string;
  type: string;
  format: string;
  description: string;
  /** 0 is always shown, 1 only with `-o wide`. */
  priority: number;
  cell: (object: KubeObject, now: Date) => unknown;
}

const NAME: Column = {
  name: 'Name',
  type: 'string',
  format: 'name',
  description: 'Name must be unique within a namespace.',
  priority: 0,
  cell: object => object.metadata.name,
};

const AGE: Column = {
  name: 'Age',
  type: 'string',
  format: '',
  description:
    'CreationTimestamp is a timestamp representing the server time when this object was created.',
  priority: 0,
  cell: (object, now) => humanAge(object.metadata.creationTimestamp, now),
};

/** The printed columns of a kind. */
export function columnsOf(_type: ResourceType): Column[] {
  return [NAME, AGE];
}
