import { Knex } from 'knex';
import { ApprovalListRequest, Viewer } from '../../service/ApprovalService';
import { DEFAULT_LIMIT } from '../../views/paging/pageOf';
import { ApprovalCondition } from './ApprovalCondition';
import { approvalQuery } from './approvalQuery';
import { canDecideNow } from './canDecideNow';
import { inboxCursor, InboxPlace } from './inboxCursor';
import { OpenRequest } from './OpenRequest';
import { OpenRequestBook } from './OpenRequestBook';
import { rankInbox } from './rankInbox';
import { selectClosedPage } from './selectClosedPage';
import { selectGranted } from './selectGranted';
import { ViewerFacts } from './ViewerFacts';

/** Open requests that are ordered for a viewer; a portal with more has another trouble, and shows the newest of them. */
const MOST_OPEN = 5000;

/** A page of the inbox. */
export interface InboxIds {
  ids: string[];
  total: number;
  /** Open ones that the viewer can decide now. */
  mine: number;
  nextCursor?: string;
}

type Request = ApprovalListRequest & { only: ApprovalCondition };

/**
 * Which requests a page of the inbox shows. What is open is judged for the viewer, all of it: whether somebody may decide is a
 * matter of policies and of the catalog, which no database knows. What ended is read page by page.
 */
export async function readInbox(
  { knex, open: book }: { knex: Knex; open: OpenRequestBook },
  request: Request,
  { viewer, facts }: { viewer: Viewer; facts: ViewerFacts },
): Promise<InboxIds> {
  const { scope = 'open' } = request;
  const limit = request.limit ?? DEFAULT_LIMIT;
  const after = inboxCursor.decode(request.cursor);
  const open = await book.read(approvalQuery(knex, request), {
    user: facts.person?.ref,
    most: MOST_OPEN,
  });
  const granted = await selectGranted(
    knex,
    {
      vote: idsOf(open, state => state === 'pending'),
      resolve: idsOf(open, state => state === 'halted'),
    },
    viewer,
    request.only,
  );
  const ranked = rankInbox(open, item =>
    canDecideNow(item, facts, granted(item.id)),
  );
  const listed = ranked.filter(item => scope !== 'mine' || item.rank === 0);
  const places: InboxPlace[] = listed
    .filter(item => !after || inboxCursor.isAfter(item, after))
    .slice(0, limit + 1);
  if (scope === 'all' && places.length <= limit) {
    const closed = await selectClosedPage(approvalQuery(knex, request), {
      ...(after?.rank === 2 && { after }),
      limit: limit - places.length,
    });
    places.push(...closed.map(item => ({ ...item, rank: 2 as const })));
  }
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  return {
    ids: shown.map(({ id }) => id),
    total:
      listed.length + (scope === 'all' ? await countClosed(knex, request) : 0),
    mine: ranked.filter(({ rank }) => rank === 0).length,
    ...(last &&
      places.length > limit && { nextCursor: inboxCursor.encode(last) }),
  };
}

/** Of what neither collects votes nor halted nobody can decide anything. */
function idsOf(
  open: readonly OpenRequest[],
  isIn: (state: OpenRequest['state']) => boolean,
): string[] {
  return open.filter(({ state }) => isIn(state)).map(({ id }) => id);
}

async function countClosed(knex: Knex, request: Request): Promise<number> {
  const row = await approvalQuery(knex, request)
    .whereNotNull('r.closed_at')
    .count({ total: '*' })
    .first();
  return Number(row?.total ?? 0);
}
