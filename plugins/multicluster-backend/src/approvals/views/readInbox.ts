import { Knex } from 'knex';
import { ApprovalListRequest, Viewer } from '../../service/ApprovalService';
import { DEFAULT_LIMIT } from '../../views/paging/pageOf';
import { ApprovalCondition } from './ApprovalCondition';
import { approvalQuery } from './approvalQuery';
import { inboxCursor, InboxPlace } from './inboxCursor';
import { OpenRequest } from './OpenRequest';
import { OpenRequestBook } from './OpenRequestBook';
import { rankInbox, RankedRequest } from './rankInbox';
import { selectClosedPage } from './selectClosedPage';
import { selectGranted } from './selectGranted';
import { selectShortLanes } from './selectShortLanes';
import { selectUnreviewed } from './selectUnreviewed';
import { turnOf } from './turnOf';
import { ViewerFacts } from './ViewerFacts';

/** Open requests that are ordered for a viewer; a portal with more has another trouble, and shows the newest of them. */
const MOST_OPEN = 5000;

/** A page of the inbox. */
export interface InboxIds {
  ids: string[];
  total: number;
  /** Those that are up to the viewer now; absent where nothing open is looked at. */
  mine?: number;
  nextCursor?: string;
}

/** Who looks at it, and when (milliseconds, by the clock of the database). */
interface Looking {
  viewer: Viewer;
  facts: ViewerFacts;
  now: number;
}

type Request = ApprovalListRequest & { only: ApprovalCondition };

/**
 * Which requests a page of the inbox shows. What is open is judged for the viewer, all of it: whether somebody may decide is a
 * matter of policies and of the catalog, which no database knows. What ended is read page by page.
 */
export async function readInbox(
  grounds: { knex: Knex; open: OpenRequestBook },
  request: Request,
  looking: Looking,
): Promise<InboxIds> {
  const { knex } = grounds;
  const { scope = 'open' } = request;
  const limit = request.limit ?? DEFAULT_LIMIT;
  const after = inboxCursor.decode(request.cursor);
  const ranked =
    scope === 'closed' ? [] : await rankOpen(grounds, request, looking);
  const listed = ranked.filter(item => scope !== 'mine' || item.rank === 0);
  const places: InboxPlace[] = listed
    .filter(item => !after || inboxCursor.compare(item, after) > 0)
    .slice(0, limit + 1);
  const withClosed = scope === 'all' || scope === 'closed';
  if (withClosed && places.length <= limit) {
    const closed = await selectClosedPage(approvalQuery(knex, request), {
      ...(after?.rank === 2 && { after }),
      limit: limit - places.length,
    });
    places.push(...closed);
  }
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  return {
    ids: shown.map(({ id }) => id),
    total: listed.length + (withClosed ? await countClosed(knex, request) : 0),
    ...(scope !== 'closed' && {
      mine: ranked.filter(({ rank }) => rank === 0).length,
    }),
    ...(last &&
      places.length > limit && { nextCursor: inboxCursor.encode(last) }),
  };
}

/** Everything that is open, and what ended and is theirs to review, in its order for the viewer. */
async function rankOpen(
  { knex, open: book }: { knex: Knex; open: OpenRequestBook },
  request: Request,
  { viewer, facts, now }: Looking,
): Promise<RankedRequest[]> {
  const [open, unreviewed] = await Promise.all([
    book.read(approvalQuery(knex, request), {
      user: facts.person?.ref,
      most: MOST_OPEN,
    }),
    // Among all there is each once, in its place among what ended.
    request.scope === 'all'
      ? []
      : selectUnreviewed(knex, approvalQuery(knex, request)),
  ]);
  const isAnyOf =
    (...states: string[]) =>
    ({ state }: OpenRequest) =>
      states.includes(state);
  const isPastRules = ({ breakGlass }: OpenRequest) => breakGlass !== undefined;
  const collects = isAnyOf('pending', 'queued');
  const [granted, isShort] = await Promise.all([
    selectGranted(
      knex,
      {
        vote: idsOf(
          [...open, ...unreviewed],
          item => collects(item) || isPastRules(item),
        ),
        resolve: idsOf(open, isAnyOf('halted')),
      },
      viewer,
      request.only,
    ),
    selectShortLanes(knex, open),
  ]);
  return rankInbox(
    open,
    {
      isShort,
      turnOf: item => turnOf(item, facts, { granted: granted(item.id), now }),
    },
    unreviewed,
  );
}

/** Of what neither collects votes nor can be taken back nor halted nor was decided past the rules nothing is up to anybody. */
function idsOf(
  open: readonly OpenRequest[],
  isIn: (request: OpenRequest) => boolean,
): string[] {
  return open.filter(isIn).map(({ id }) => id);
}

async function countClosed(knex: Knex, request: Request): Promise<number> {
  const row = await approvalQuery(knex, request)
    .whereNotNull('r.closed_at')
    .count({ total: '*' })
    .first();
  return Number(row?.total ?? 0);
}
