import { ProjectReader } from '../ProjectReader';
import { RawDeployment } from '../wire/messages';

const PAGE = 50;
/** More pages than this are no list but a circle. */
const PAGES = 400;

/**
 * Deployments that changed at `min` or later, newest change first, by pages, each at most once.
 *
 * @remarks
 * The control plane gives a cursor with the last page as well, so a short page is the end. A row that changes during the walk
 * jumps to the front and may not come at all: whoever walks next starts early enough to meet it.
 *
 * @param min - seconds since the epoch
 * @param onCut - called when there are more than are read (20,000)
 * @throws PipecdError, or the reason of the signal
 * @internal
 */
export async function* walkDeployments(
  reader: ProjectReader,
  min: number,
  signal: AbortSignal,
  onCut: () => void,
): AsyncGenerator<RawDeployment[]> {
  const seen = new Set<string>();
  let cursor = '';
  for (let page = 0; page < PAGES; page++) {
    const { deployments, cursor: next } = await reader.deployments(
      { size: PAGE, cursor, minUpdatedAt: min },
      { signal },
    );
    const wanted = deployments.filter(({ id = '', updated_at = 0 }) => {
      const fresh = updated_at >= min && !seen.has(id);
      seen.add(id);
      return fresh;
    });
    if (wanted.length > 0) {
      yield wanted;
    }
    const oldest = deployments.at(-1)?.updated_at ?? 0;
    if (
      next === '' ||
      next === cursor ||
      deployments.length < PAGE ||
      oldest < min
    ) {
      return;
    }
    cursor = next;
  }
  onCut();
}
