import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { yieldToOthers } from '../../util/yieldToOthers';
import { CursorKey } from '../paging/cursor';

/** A stretch of the workloads in the order of the list: after one key, up to another; undefined: to the end. */
export interface Window {
  after?: CursorKey;
  upTo?: CursorKey;
}

/**
 * Cuts the workloads into stretches. A filter that finds little reads every workload, and the embedded database answers on
 * the thread that serves everyone: between two stretches, everyone else has a turn.
 */
export async function* windows(
  knex: Knex,
  start?: CursorKey,
): AsyncGenerator<Window> {
  const size = windowSize(knex);
  let after = start;
  for (;;) {
    const query = knex('inventory_workload as w')
      .orderBy(['w.namespace', 'w.name', 'w.id'])
      .offset(size - 1);
    narrowToWindow(query, { after });
    const last = await query.first('w.namespace', 'w.name', 'w.id');
    if (!last) {
      yield { after };
      return;
    }
    const upTo = [last.namespace, last.name, last.id];
    yield { after, upTo };
    after = upTo;
    await yieldToOthers();
  }
}

/** Workloads in a stretch. PostgreSQL works elsewhere, so there it only bounds how long one statement takes. */
export function windowSize(knex: Knex): number {
  return isSqlite(knex) ? 4000 : 50_000;
}

/** Restricts a query over `inventory_workload w` to a stretch. */
export function narrowToWindow(
  query: Knex.QueryBuilder,
  { after, upTo }: Window,
): void {
  if (after) {
    query.whereRaw('(w.namespace, w.name, w.id) > (?, ?, ?)', after);
  }
  if (upTo) {
    query.whereRaw('(w.namespace, w.name, w.id) <= (?, ?, ?)', upTo);
  }
}
