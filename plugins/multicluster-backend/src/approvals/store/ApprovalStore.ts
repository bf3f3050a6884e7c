import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { notFound } from '../../util/codedErrors';
import { AuditDraft } from '../audit/AuditDraft';
import { ApprovalError } from '../engine/ApprovalError';
import { Failpoint } from '../engine/Failpoint';
import { RequestRecord } from '../model/RequestRecord';
import { isTransient } from './isTransient';
import { isUnavailable } from './isUnavailable';
import { isUniqueViolation } from './isUniqueViolation';
import { lockForWriting } from './lockForWriting';
import { RequestChange } from './RequestChange';
import { requestRows } from './requestRows';
import { selectSnapshot, StoredSnapshot } from './selectSnapshot';
import { StaleWriteError } from './StaleWriteError';
import { StoreClock } from './StoreClock';
import { writeChange } from './writeChange';

const TRIES = 8;

export interface ApprovalStoreOptions {
  knex: Knex;
  clock: StoreClock;
  /** Appends to the trail, in the transaction; throws when it cannot, which undoes all of it. */
  appendAudit: (
    trx: Knex.Transaction,
    drafts: AuditDraft[],
  ) => Promise<unknown>;
  failpoint?: Failpoint;
}

/** Requests as they are stored. Whatever changes one goes through here: request, votes, delivery and trail in one transaction. */
export class ApprovalStore {
  static create(options: ApprovalStoreOptions): ApprovalStore {
    return new ApprovalStore(options);
  }

  readonly knex: Knex;
  readonly #options: ApprovalStoreOptions;
  readonly #failpoint: Failpoint;

  private constructor(options: ApprovalStoreOptions) {
    this.#options = options;
    this.#failpoint = options.failpoint ?? (() => {});
    this.knex = options.knex;
  }

  async now(knex: Knex = this.knex): Promise<number> {
    return this.#options.clock.now(knex);
  }

  /** The time within a statement. */
  clock(knex: Knex): Knex.Raw {
    return knex.raw(this.#options.clock.sql(knex));
  }

  /** As it was at one moment. Throws a NotFoundError when there is no such request. */
  async snapshot(id: string): Promise<StoredSnapshot> {
    const { knex } = this;
    // One statement sees one moment; on SQLite it is several, and a transaction does.
    const stored = await this.#available(() =>
      isSqlite(knex)
        ? knex.transaction(trx => this.#select(trx, id))
        : this.#select(knex, id),
    );
    if (!stored) {
      throw noRequest();
    }
    return stored;
  }

  /**
   * Changes a request. `work` is given the request as no other transaction can change it, and may be called again when the
   * database says that another was first. Nothing is written when it throws.
   *
   * @returns what `work` returned
   */
  async change<T>(
    id: string,
    work: (change: RequestChange, trx: Knex.Transaction) => Promise<T> | T,
  ): Promise<T> {
    return this.transaction(async trx => this.changeIn(trx, id, work));
  }

  /**
   * {@link change} within a transaction that does more.
   *
   * @param beforeTrail - writes what else belongs to it: everybody waits for the end of the trail, so that nothing comes after
   */
  async changeIn<T>(
    trx: Knex.Transaction,
    id: string,
    work: (change: RequestChange, trx: Knex.Transaction) => Promise<T> | T,
    beforeTrail?: (result: T) => Promise<void>,
  ): Promise<T> {
    const stored = await this.#select(trx, id, true);
    if (!stored) {
      throw noRequest();
    }
    const change = RequestChange.of(stored, stored.readAt);
    const result = await work(change, trx);
    await this.write(trx, change, () => beforeTrail?.(result));
    return result;
  }

  /** Writes what was changed so far. */
  async write(
    trx: Knex.Transaction,
    change: RequestChange,
    beforeTrail?: () => Promise<void> | undefined,
  ): Promise<void> {
    const writes = await writeChange(trx, change);
    if (writes && writes.newVotes.length > 0) {
      await this.#failpoint('after-vote');
    }
    await beforeTrail?.();
    await this.append(trx, writes?.audit ?? []);
  }

  /** Adds a request. Throws a unique violation when one of its gate is open, see isUniqueViolation. */
  async insert(trx: Knex.Transaction, request: RequestRecord): Promise<void> {
    await trx('approval_request').insert(requestRows.to(request));
    for (const { entityRef, confirmed } of request.entities) {
      await trx('approval_entity').insert({
        request_id: request.id,
        entity_ref: entityRef,
        confirmed,
      });
    }
  }

  /** The trail is last: everybody waits for its end, so that it is held for as short as can be. */
  async append(trx: Knex.Transaction, drafts: AuditDraft[]): Promise<void> {
    if (drafts.length > 0) {
      await this.#failpoint('during-audit');
      await this.#options.appendAudit(trx, drafts);
    }
  }

  /**
   * A transaction that can write from its beginning. Run again when another was first; rejects with `DATABASE_UNAVAILABLE` when
   * the database cannot be reached or cannot write.
   */
  async transaction<T>(
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.#available(async () => {
      for (let attempt = 1; ; attempt++) {
        await this.#failpoint('before-tx');
        try {
          return await this.knex.transaction(async trx => {
            await lockForWriting(trx);
            return work(trx);
          });
        } catch (error) {
          if (attempt >= TRIES || !isWorthAnotherTry(error)) {
            throw error;
          }
          await pause(attempt);
        }
      }
    });
  }

  #select(
    knex: Knex,
    id: string,
    lock = false,
  ): Promise<StoredSnapshot | undefined> {
    const clock = this.#options.clock.sql(knex);
    return selectSnapshot(knex, id, { lock, clock });
  }

  async #available<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw isUnavailable(error)
        ? new ApprovalError(
            'DATABASE_UNAVAILABLE',
            'The database of the portal cannot be written to now; nothing was accepted',
          )
        : error;
    }
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  return (
    error instanceof StaleWriteError ||
    isTransient(error) ||
    isUniqueViolation(error)
  );
}

async function pause(attempt: number): Promise<void> {
  const ms = Math.random() * 10 * 2 ** attempt;
  await new Promise(resolve => setTimeout(resolve, ms));
}

function noRequest() {
  return notFound('approval-not-found', 'No such request for approval');
}
