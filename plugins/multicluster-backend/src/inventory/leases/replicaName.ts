import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { pid } from 'node:process';

/** A name for this process that no other has, and from which neighbours on the same host can tell whether it lives. */
export function replicaName(): string {
  return `${hostname()}/${pid}/${randomUUID().slice(0, 8)}`;
}
