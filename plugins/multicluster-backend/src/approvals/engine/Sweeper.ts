import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { ApprovalStore } from '../store/ApprovalStore';
import { idempotencyBook } from '../store/idempotencyBook';
import { ofColumn } from '../store/ofColumn';
import { Row } from '../store/Row';
import { RequestLook } from './RequestLook';

const { number, json } = ofColumn;

interface Options {
  store: ApprovalStore;
  look: RequestLook;
}

const PRUNE_MS = 3600_000;

/** What happens at its moment: deadlines, windows that open and close. */
export class Sweeper {
  static create(options: Options): Sweeper {
    return new Sweeper(options);
  }

  readonly #options: Options;
  #prunedAt = -Infinity;

  private constructor(options: Options) {
    this.#options = options;
  }

  async sweep(signal?: AbortSignal): Promise<void> {
    const { store, look } = this.#options;
    const now = await store.now();
    for (const id of await this.#concerned(now)) {
      if (signal?.aborted) {
        return;
      }
      await look.take(id);
    }
    if (now - this.#prunedAt >= PRUNE_MS) {
      this.#prunedAt = now;
      await idempotencyBook.prune(store.knex, now);
    }
  }

  async #concerned(now: number): Promise<string[]> {
    const rows: Row[] = await this.#options.store
      .knex('approval_request')
      .whereNull('closed_at')
      .where(query =>
        query
          .where('state', 'held')
          .orWhere(queued =>
            queued.where('state', 'queued').where('decision', 'approve'),
          )
          .orWhere(due =>
            due.where('state', 'pending').where('deadline', '<=', now),
          ),
      )
      .select('id', 'state', 'deadline', 'not_before', 'policy');
    // Judged by these rows: hundreds that wait for the end of a freeze are not read whole each time.
    return rows.filter(row => isDue(row, now)).map(row => String(row.id));
  }
}

/** Whether something about it changes now. What was sealed before its deadline is honoured. */
function isDue(row: Row, now: number): boolean {
  const held = row.state === 'held';
  const deadline = number(row.deadline);
  if (row.state !== 'queued' && deadline !== undefined && deadline <= now) {
    return true;
  }
  const { windows } = json<ApprovalPolicy>(row.policy)!;
  const { open } = windowStateAt(windows, now);
  return held ? open && (number(row.not_before) ?? 0) <= now : !open;
}
