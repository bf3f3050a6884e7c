import {
  DiffHunk,
  DiffLine,
} from '@fairway/backstage-plugin-multicluster-common';
import { structuredPatch } from 'diff';

/** Lines around a change, so that a reader sees what it belongs to. */
const CONTEXT = 3;
/** Lines that may differ: beyond, comparing takes long and tells nobody anything. */
const MOST_CHANGED = 2000;

const CHANGES: Record<string, DiffLine['change']> = {
  ' ': 'same',
  '-': 'removed',
  '+': 'added',
};

/**
 * What is different between two manifests, line by line, with three lines around each change.
 *
 * @param now - text of the manifest that would change
 * @param next - text of what it would become
 * @returns nothing for equal ones; undefined where they differ in more than 2000 lines
 */
export function diffManifests(
  now: string,
  next: string,
): DiffHunk[] | undefined {
  const patch = structuredPatch('', '', now, next, undefined, undefined, {
    context: CONTEXT,
    maxEditLength: MOST_CHANGED,
  });
  return patch?.hunks.map(({ oldStart, lines }) => ({
    line: oldStart,
    lines: lines.flatMap(line => {
      const change = CHANGES[line[0]];
      // The library also writes `\ No newline at end of file`.
      return change ? [{ change, text: line.slice(1) }] : [];
    }),
  }));
}
