import {
  PerCluster,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * Runs a read that gives each cluster its own deadline, and answers in its place when it does not keep it: a source that
 * hangs must cost its own clusters and not the caller's patience.
 */
export async function withinDeadline<T>(
  options: { clusters: string[]; deadlineMs: number },
  read: (signal: AbortSignal) => Promise<PerCluster<T>[]>,
): Promise<PerCluster<T>[]> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PerCluster<T>[]>(resolve => {
    timer = setTimeout(() => {
      const observedAt = new Date().toISOString();
      resolve(
        options.clusters.map(cluster => ({
          cluster,
          items: [],
          problem: {
            code: 'timeout',
            sentence: sentence('view.detail.deadline', {
              cluster,
              seconds: options.deadlineMs / 1000,
            }),
          },
          observedAt,
        })),
      );
      // A fifth more than each cluster gets, so that a source that keeps its deadlines is never cut off.
    }, options.deadlineMs * 1.2);
  });
  try {
    return await Promise.race([read(abort.signal), late]);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}
