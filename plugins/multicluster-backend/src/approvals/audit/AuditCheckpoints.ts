import { Knex } from 'knex';
import { CheckpointFile } from './CheckpointFile';
import { CheckpointKey } from './CheckpointKey';

interface Options {
  knex: Knex;
  file: string;
  keyFile: string;
}

/** Signs where the trail stands, and writes that outside of the database. */
export class AuditCheckpoints {
  readonly #options: Options;

  static create(options: Options): AuditCheckpoints {
    return new AuditCheckpoints(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Writes one when the trail has grown since the last. The file comes first: a checkpoint that only the file has is worth as
   * much, and one that only the database has would look as if the file had lost it.
   *
   * @returns the number of the entry that is signed now; undefined: nothing was new
   */
  async write(): Promise<number | undefined> {
    const { knex } = this.#options;
    const file = CheckpointFile.at(this.#options.file);
    const end = await knex('approval_audit')
      .orderBy('seq', 'desc')
      .first('seq', 'hash', 'at');
    const last = await knex('approval_checkpoint').max('seq as seq').first();
    const seq = Number(end?.seq ?? 0);
    if (seq === 0 || seq <= Number(last?.seq ?? 0)) {
      return undefined;
    }
    // Read each time: a key that is replaced takes effect without a restart.
    const key = await CheckpointKey.read(this.#options.keyFile);
    const checkpoint = key.sign({
      v: 1,
      seq,
      hash: end.hash,
      at: new Date(Number(end.at)).toISOString(),
      previous: await file.previous(),
    });
    await file.append(checkpoint);
    await knex('approval_checkpoint')
      .insert({
        seq,
        hash: checkpoint.hash,
        signature: checkpoint.signature,
        at: Number(end.at),
      })
      .onConflict('seq')
      .ignore();
    return seq;
  }
}
