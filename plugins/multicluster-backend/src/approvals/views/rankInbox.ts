import { foldKeyOf } from './foldKeyOf';
import { inboxCursor, InboxPlace } from './inboxCursor';
import { OpenRequest } from './OpenRequest';
import { Turn } from './turnOf';

/** An open request in its place, with the one that it stands for besides. */
export interface RankedRequest extends InboxPlace {
  /** 0: it is up to the viewer now; 1: it waits for others. */
  rank: 0 | 1;
  related: OpenRequest[];
}

/** What the place of a request depends on beside it. */
export interface RankedBy {
  turnOf(request: OpenRequest): Turn | undefined;
  /** A lane whose cluster is lost, or short of copies by the hold. */
  isShort(request: OpenRequest): boolean;
}

const TURNS: ReadonlyArray<Turn | undefined> = [
  'recall',
  'decide',
  'review',
  undefined,
];

/** Later than any deadline: what has none comes after what has one. */
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * The inbox: what is up to the viewer first, then what is lost, what halted, what ends soonest and what waits longest. A run and a
 * lane that are one matter are one item, by the one whose decision the viewer can still take back, else by the one that they can
 * decide, else by the run. Nothing else is folded: what is not listed can neither be counted nor chosen.
 *
 * @param unreviewed - what ended and was decided past the rules: listed for those who can look at it, and for nobody else
 */
export function rankInbox(
  requests: readonly OpenRequest[],
  by: RankedBy,
  unreviewed: readonly OpenRequest[] = [],
): RankedRequest[] {
  const reviews = unreviewed.filter(item => by.turnOf(item) === 'review');
  const turns = new Map(
    [...requests, ...reviews].map(item => [item, by.turnOf(item)]),
  );
  const turn = (item: OpenRequest) => TURNS.indexOf(turns.get(item));
  return [...matters(requests), ...reviews.map(item => [item])]
    .map(matter => {
      const [first, ...related] = [...matter].sort(
        (a, b) => turn(a) - turn(b) || Number(isLane(a)) - Number(isLane(b)),
      );
      const urgency = matter.map(item => urgencyOf(item, by));
      return {
        id: first.id,
        rank: turns.get(first) ? (0 as const) : (1 as const),
        // How urgent it is, when it ends undecided, since when it waits.
        order: [
          Math.min(...urgency),
          dueOf(first, turns.get(first)),
          first.createdAt,
        ],
        related,
      } satisfies RankedRequest;
    })
    .sort(inboxCursor.compare);
}

/** Each alone, but for a run and a lane that are one matter. Of two runs nobody knows which of them the lane belongs to. */
function matters(requests: readonly OpenRequest[]): OpenRequest[][] {
  const alike = new Map<string, OpenRequest[]>();
  for (const request of requests) {
    const key = foldKeyOf(request);
    const matter = key === undefined ? request.id : `fold ${key}`;
    const known = alike.get(matter);
    if (known) {
      known.push(request);
    } else {
      alike.set(matter, [request]);
    }
  }
  return [...alike.values()].flatMap(found =>
    found.length === 2 && isLane(found[0]) !== isLane(found[1])
      ? [found]
      : found.map(request => [request]),
  );
}

function isLane({ kind }: OpenRequest): boolean {
  return kind === 'lane';
}

function urgencyOf(request: OpenRequest, { isShort }: RankedBy): number {
  if (isLane(request) && isShort(request)) {
    return 0;
  }
  return request.state === 'halted' ? 1 : 2;
}

function dueOf(
  { state, deadline, recallUntil, breakGlass }: OpenRequest,
  turn: Turn | undefined,
): number {
  if (turn === 'review') {
    return breakGlass?.reviewBy ?? NEVER;
  }
  if (turn === 'recall') {
    return recallUntil ?? NEVER;
  }
  // What is decided and on its way ends undecided no more.
  const canExpire = state === 'pending' || state === 'held';
  return (canExpire ? deadline : undefined) ?? NEVER;
}
