import { workloadConditions } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { CursorKey, decodeCursor, encodeCursor } from '../paging/cursor';
import { DEFAULT_LIMIT } from '../paging/pageOf';
import {
  toWorkloadRecord,
  WorkloadColumns,
  workloadColumns,
} from '../rows/workloadColumns';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { UnplacedBook } from '../unplaced/UnplacedBook';
import { isPossible } from './isPossible';
import { narrowToCondition } from './narrowToCondition';
import { selectInCondition } from './selectInCondition';
import { FEW } from './selectFewWorkloads';
import { Sight } from './Sight';
import { narrowToWindow, windows } from './windows';

/** What a page is cut from. */
export interface RankedList {
  knex: Knex;
  /** The whole list, without order and columns. */
  list(): Knex.QueryBuilder;
  /** Ids that the whole list is among, if they are known to be few. */
  few?: number[];
  sight: Sight;
  unplaced: UnplacedBook;
}

/** A page of workloads. */
export interface RankedPage {
  records: WorkloadRecord[];
  nextCursor?: string;
}

/**
 * A page of a list, worst first, then by namespace and name.
 *
 * @remarks
 * Conditions are read one after the other, each in the order of the index on names. A rank that is stored would have to be
 * rewritten in 100,000 rows when a cluster is lost. A cursor names the condition and the last name of it: what changes its
 * condition between two pages is seen on both or on none, and nothing else is.
 */
export async function selectRankedPage(
  ranked: RankedList,
  request: { cursor?: string; limit?: number },
): Promise<RankedPage> {
  const limit = request.limit ?? DEFAULT_LIMIT;
  const [rank = 0, ...after] = decodeCursor(request.cursor, 4) ?? [];
  const found: Array<{ rank: number; record: WorkloadRecord }> = [];
  const start = Math.max(0, Math.floor(Number(rank)) || 0);
  for (let at = start; at < workloadConditions.length; at++) {
    const records = await selectOfRank(ranked, at, {
      after: at === start && after.length > 0 ? after : undefined,
      // One more than asked for tells whether there is another page.
      limit: limit + 1 - found.length,
    });
    found.push(...records.map(record => ({ rank: at, record })));
    if (found.length > limit) {
      break;
    }
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    records: shown.map(({ record }) => record),
    ...(last &&
      found.length > limit && {
        nextCursor: encodeCursor([
          last.rank,
          last.record.namespace,
          last.record.name,
          last.record.id,
        ]),
      }),
  };
}

async function selectOfRank(
  { knex, list, few, sight, unplaced }: RankedList,
  rank: number,
  { after, limit }: { after?: CursorKey; limit: number },
): Promise<WorkloadRecord[]> {
  const condition = workloadConditions[rank];
  if (!isPossible(condition, sight)) {
    return [];
  }
  const among =
    few ??
    (await selectInCondition(knex, condition, {
      untrusted: sight.untrusted,
      unplaced,
      most: FEW,
    }));
  if (among?.length === 0) {
    return [];
  }
  const records: WorkloadRecord[] = [];
  for await (const window of among ? [{ after }] : windows(knex, after)) {
    const query = list();
    if (among && !few) {
      query.where(inList(knex, 'w.id', among, 'integer'));
    }
    narrowToCondition(knex, query, condition, sight);
    narrowToWindow(query, window);
    const rows: WorkloadColumns[] = await query
      .orderBy(['w.namespace', 'w.name', 'w.id'])
      .limit(limit - records.length)
      .select(...workloadColumns(knex));
    records.push(...rows.map(toWorkloadRecord));
    if (records.length >= limit) {
      break;
    }
  }
  return records;
}
