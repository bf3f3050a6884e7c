import { KubernetesError } from '../transport/KubernetesError';
import { fetchPage } from './fetchPage';
import { Lane } from './Lane';

/**
 * Lists a kind to its end in pages, and stores each while the next one travels.
 *
 * @remarks
 * Nothing is deleted unless the last page came: whatever goes wrong before leaves the sweep unfinished. At most two pages
 * are held. `resourceVersion=0` is never sent: with it servers ignore the limit and answer with everything at once.
 *
 * @returns the resourceVersion of the list, from which it can be watched
 * @internal
 */
export async function listPages(
  lane: Lane,
  signal: AbortSignal,
): Promise<string> {
  const { context, lane: name } = lane.options;
  lane.health.sweeping();
  const sweep = await context.sink.beginSweep(name);
  const leave = new AbortController();
  const either = AbortSignal.any([signal, leave.signal]);
  let travelling = fetchPage(lane, undefined, either);
  let token: string | undefined;
  try {
    for (;;) {
      const page = await travelling;
      lane.health.contact();
      if (page.continueToken !== undefined) {
        if (page.continueToken === token) {
          throw new KubernetesError(
            `GET ${lane.path} failed: the list does not advance`,
            { code: 'malformed' },
          );
        }
        token = page.continueToken;
        travelling = fetchPage(lane, page.continueToken, either);
        // Its failure is seen when its turn comes; until then it must not count as unhandled.
        travelling.catch(() => {});
      }
      await sweep.page(page.facts);
      if (page.continueToken === undefined) {
        await sweep.complete(page.resourceVersion);
        return page.resourceVersion;
      }
    }
  } finally {
    leave.abort();
    await travelling.catch(() => {});
  }
}
