import { FieldSet } from './FieldSet';
import { FieldValues } from './fieldValues';

/** Which fields one state of an object has, changes or lacks against another. */
export function compareFields(
  before: FieldValues,
  after: FieldValues,
): { changed: FieldSet; removed: FieldSet } {
  const changed: string[][] = [];
  for (const [key, { path, value }] of after) {
    if (before.get(key)?.value !== value) {
      changed.push(path);
    }
  }
  const removed = [...before]
    .filter(([key]) => !after.has(key))
    .map(([, { path }]) => path);
  return { changed: FieldSet.of(changed), removed: FieldSet.of(removed) };
}
