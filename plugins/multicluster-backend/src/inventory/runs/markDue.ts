import { Knex } from 'knex';
import { inList } from '../sql/inList';
import { DUE } from './due';
import { RunsPlan } from './RunsPlan';

/** Has runs derived again at once. One that is due as news already stays so. */
export async function markDue(
  trx: Knex,
  { due }: Pick<RunsPlan, 'due'>,
): Promise<void> {
  if (due.quiet.size > 0) {
    await trx('inventory_run')
      .where(inList(trx, 'id', due.quiet, 'integer'))
      .where(other =>
        other.whereNull('recheck_at').orWhere('recheck_at', '>', DUE.loud),
      )
      .update({ recheck_at: DUE.quiet });
  }
  if (due.loud.size > 0) {
    await trx('inventory_run')
      .where(inList(trx, 'id', due.loud, 'integer'))
      .update({ recheck_at: DUE.loud });
  }
}
