/** One line of a watch. @internal */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: Record<string, unknown>;
}

const types = ['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK', 'ERROR'];

/** Reads a line of a watch; undefined when it is none. @internal */
export function parseWatchEvent(text: string): WatchEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { type, object } = (value ?? {}) as Partial<WatchEvent>;
  return typeof type === 'string' &&
    types.includes(type) &&
    typeof object === 'object' &&
    object !== null
    ? { type, object }
    : undefined;
}

/** What a bookmark says. @internal */
export function readBookmark(event: WatchEvent): {
  resourceVersion?: string;
  endsInitialEvents: boolean;
} {
  const { resourceVersion, annotations } = (event.object.metadata ?? {}) as {
    resourceVersion?: unknown;
    annotations?: Record<string, unknown>;
  };
  return {
    resourceVersion:
      typeof resourceVersion === 'string' && resourceVersion !== ''
        ? resourceVersion
        : undefined,
    endsInitialEvents: annotations?.['k8s.io/initial-events-end'] === 'true',
  };
}
