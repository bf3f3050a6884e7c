import { OpenRequest } from './OpenRequest';

/** An open request in its place, with the others about the same change. */
export interface RankedRequest {
  id: string;
  createdAt: number;
  /** 0: the viewer can decide it, or one of its group, now; 1: it waits for others. */
  rank: 0 | 1;
  related: OpenRequest[];
}

const FIRST: Record<OpenRequest['kind'], number> = {
  gate: 0,
  pull: 0,
  lane: 1,
};

/**
 * The inbox: what the viewer can decide now first, each change once. Of several requests about one change the one that the viewer
 * can decide stands for it, then the run, then the lane.
 */
export function rankInbox(
  requests: readonly OpenRequest[],
  isMine: (request: OpenRequest) => boolean,
): RankedRequest[] {
  const groups = new Map<string, OpenRequest[]>();
  for (const request of requests) {
    const key = request.changeKey
      ? `change ${request.changeKey}`
      : `request ${request.id}`;
    groups.set(key, [...(groups.get(key) ?? []), request]);
  }
  const ranked = [...groups.values()].map(group => {
    const mine = new Set(group.filter(isMine));
    const [first, ...related] = [...group].sort(
      (a, b) =>
        Number(mine.has(b)) - Number(mine.has(a)) ||
        FIRST[a.kind] - FIRST[b.kind] ||
        b.createdAt - a.createdAt ||
        compare(b.id, a.id),
    );
    return {
      id: first.id,
      createdAt: first.createdAt,
      rank: mine.has(first) ? (0 as const) : (1 as const),
      related,
    };
  });
  return ranked.sort(
    (a, b) =>
      a.rank - b.rank || b.createdAt - a.createdAt || compare(b.id, a.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
