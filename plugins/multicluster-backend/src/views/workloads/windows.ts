import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { yieldToOthers } from '../../util/yieldToOthers';
import { CursorKey } from '../paging/cursor';
import { windowSizer } from '../paging/windowSizer';

/** A stretch of the workloads in the order of the list: after one key, up to another; undefined: to the end. */
export interface Window {
  after?: CursorKey;
  upTo?: CursorKey;
}

/**
 * Cuts the workloads into stretches. A filter that finds little reads every workload, and the embedded database answers on
 * the thread that serves everyone: between two stretches, everyone else has a turn. The next stretch is as long as the time
 * that the last one took allows.
 */
export async function* windows(
  knex: Knex,
  start?: CursorKey,
): AsyncGenerator<Window> {
  const sizer = windowSizer(isSqlite(knex));
  let after = start;
  for (;;) {
    const query = knex('inventory_workload as w')
      .orderBy(['w.namespace', 'w.name', 'w.id'])
      .offset(sizer.size - 1);
    narrowToWindow(query, { after });
    const last = await query.first('w.namespace', 'w.name', 'w.id');
    if (!last) {
      yield { after };
      return;
    }
    const upTo = [last.namespace, last.name, last.id];
    const begun = performance.now();
    yield { after, upTo };
    sizer.took(performance.now() - begun);
    after = upTo;
    await yieldToOthers();
  }
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
