import {
  Coverage,
  MulticlusterApi,
  MulticlusterRequestOptions,
  NotModified,
  WorkloadList,
} from '@fairway/backstage-plugin-multicluster-common';
import { mergeParts, PartPage } from './mergeParts';
import { namesInParts } from './namesInParts';

type ListRequest = Parameters<MulticlusterApi['listWorkloads']>[0];

/** Where a part goes on: behind `taken` rows of the page at `cursor`. Null: it is read to its end. */
type Place = { cursor?: string; taken: number } | null;

/**
 * A list of workloads of more owners or entities than one request may name: asked for in parts, put together worst first.
 * Its cursor holds the place in each part. `total` and `coverage.seen` count a workload that several parts name once for
 * each.
 *
 * @internal
 */
export async function listInParts(
  api: Pick<MulticlusterApi, 'listWorkloads'>,
  request: ListRequest,
  options: MulticlusterRequestOptions,
): Promise<WorkloadList | NotModified> {
  const named = partsOf(request);
  const places: Place[] = request.cursor
    ? JSON.parse(request.cursor)
    : named.map(() => ({ taken: 0 }));
  const read = await Promise.all(
    named.map((part, index) => readPart(api, part, places[index], options)),
  );
  const pages = read.filter((page): page is PartPage => page !== null);
  const revision = JSON.stringify(pages.map(({ list }) => list.revision));
  if (revision === options.ifNoneMatch) {
    return { notModified: true, revision };
  }
  const { items, taken } = mergeParts(pages);
  const next = read.map(
    (page, index) =>
      page && placeBehind(page.list, places[index], taken[pages.indexOf(page)]),
  );
  const lists = pages.map(({ list }) => list);
  return {
    revision,
    items,
    total: lists.reduce((sum, list) => sum + list.total, 0),
    coverage: coverageOf(lists),
    observedAt: oldestOf(lists.map(list => list.observedAt)),
    nextCursor: next.some(Boolean) ? JSON.stringify(next) : undefined,
  };
}

function partsOf(request: ListRequest): ListRequest[] {
  const { ownedBy, entityRefs } = request;
  return namesInParts(ownedBy).flatMap(owners =>
    namesInParts(entityRefs).map(refs => ({
      ...request,
      ownedBy: owners,
      entityRefs: refs,
    })),
  );
}

async function readPart(
  api: Pick<MulticlusterApi, 'listWorkloads'>,
  part: ListRequest,
  place: Place,
  options: MulticlusterRequestOptions,
): Promise<PartPage | null> {
  if (!place) {
    return null;
  }
  const list = await api.listWorkloads(
    { ...part, cursor: place.cursor },
    { signal: options.signal },
  );
  if ('notModified' in list) {
    throw new Error('Nothing changed since a version that was never read');
  }
  return { list, taken: place.taken };
}

function placeBehind(list: WorkloadList, place: Place, taken: number): Place {
  if (taken < list.items.length) {
    return { ...place, taken };
  }
  const cursor = list.nextCursor;
  return cursor === undefined ? null : { cursor, taken: 0 };
}

/** Moments as ISO 8601; one that is missing leaves nothing to say. */
function oldestOf(times: Array<string | undefined>): string | undefined {
  return times.map(time => time ?? '').sort()[0] || undefined;
}

function coverageOf(lists: WorkloadList[]): Coverage {
  const all = lists.map(list => list.coverage);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const problems = all.flatMap(one => one.problems);
  return {
    seen: sum(all.map(one => one.seen)),
    total: all.some(one => one.total === null)
      ? null
      : sum(all.map(one => one.total ?? 0)),
    stale: sum(all.map(one => one.stale)),
    oldest: oldestOf(all.map(one => one.oldest)),
    problems: [
      ...new Map(
        problems.map(one => [`${one.source}/${one.subject}/${one.code}`, one]),
      ).values(),
    ],
  };
}
