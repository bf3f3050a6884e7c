import { Change } from '../store/ChangeHistory';
import { StoredObject } from '../store/StoredObject';

/**
 * A change as a watch with a selector sees it: an object that stops matching is DELETED for that watch, one that starts
 * to match is ADDED.
 */
export function seenThrough(
  change: Change,
  test: ((entry: StoredObject) => boolean) | undefined,
  tell: (event: Change['type'], entry: StoredObject) => void,
): void {
  const { type, entry, previous } = change;
  if (!test) {
    tell(type, entry);
    return;
  }
  const is = type !== 'DELETED' && test(entry);
  const was = Boolean(previous && test(previous));
  if (is) {
    tell(was ? 'MODIFIED' : 'ADDED', entry);
  } else if (was && previous) {
    tell('DELETED', lastSeen(previous, entry));
  }
}

/** The state in which it still matched, with the resourceVersion of the change that ended that. */
function lastSeen(previous: StoredObject, entry: StoredObject): StoredObject {
  const { object } = previous;
  return StoredObject.create({
    ...object,
    metadata: {
      ...object.metadata,
      resourceVersion: String(entry.resourceVersion),
    },
  });
}
