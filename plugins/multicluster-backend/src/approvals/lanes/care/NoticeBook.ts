import { Knex } from 'knex';
import { inList } from '../../../inventory/sql/inList';
import { ApprovalStore } from '../../store/ApprovalStore';

interface Options {
  knex: Knex;
  store: Pick<ApprovalStore, 'now'>;
}

/** What was first so and when, for all replicas. Times are milliseconds since the epoch, by the clock of the database. */
export class NoticeBook {
  static create(options: Options): NoticeBook {
    return new NoticeBook(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @returns when it was noted; `isFirst`: by this very call, of whichever replica that is */
  async note(key: string): Promise<{ at: number; isFirst: boolean }> {
    const { knex, store } = this.#options;
    const known = () => knex('approval_notice').where({ key }).first('at');
    const found = await known();
    if (found) {
      return { at: Number(found.at), isFirst: false };
    }
    const at = await store.now();
    const added = await knex('approval_notice')
      .insert({ key, at })
      .onConflict('key')
      .ignore()
      .returning('key');
    if (added.length > 0) {
      return { at, isFirst: true };
    }
    return { at: Number((await known())?.at ?? at), isFirst: false };
  }

  /** What is over is noted anew when it comes back. */
  async forget(keys: readonly string[]): Promise<void> {
    const { knex } = this.#options;
    const found = () =>
      knex('approval_notice').where(inList(knex, 'key', keys, 'text'));
    // Every look asks, and a statement that deletes nothing would still wait for whoever writes.
    if (keys.length > 0 && (await found().first('key'))) {
      await found().delete();
    }
  }

  /** The same for all whose key begins with something; no wildcards are in it. */
  async forgetAll(prefix: string): Promise<void> {
    const keys: string[] = await this.#options
      .knex('approval_notice')
      .where('key', 'like', `${prefix}%`)
      .pluck('key');
    await this.forget(keys);
  }
}
