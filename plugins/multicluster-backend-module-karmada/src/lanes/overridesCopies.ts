import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { keys } from '../project/keys';

/** What holds the number of copies, whole. */
const PATHS = ['', '/spec', '/spec/replicas'];

/**
 * Whether an override policy sets the number of copies of what a Work sends: it is not that of the binding then, and never will be.
 *
 * @internal
 */
export function overridesCopies(work: Record<string, unknown>): boolean {
  const annotations = read.record(read.record(work.metadata).annotations);
  return [keys.appliedOverrides, keys.appliedClusterOverrides].some(key =>
    applied(annotations[key]).some(item =>
      read
        .list(read.record(read.record(item).overriders).plaintext)
        .some(change =>
          PATHS.includes(read.string(read.record(change).path) ?? 'elsewhere'),
        ),
    ),
  );
}

function applied(text: unknown): unknown[] {
  try {
    return read.list(JSON.parse(read.string(text) ?? 'null'));
  } catch {
    return [];
  }
}
