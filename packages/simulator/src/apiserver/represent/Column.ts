import { KubeObject } from '../ObjectStore';

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
