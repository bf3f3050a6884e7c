import { Knex } from 'knex';
import { Checkpoint } from './Checkpoint';
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
    const written = await file.last();
    const checkpoint =
      // Cut off between file and database: a second line about the same entry would look as if somebody had gone back.
      written?.seq === seq && written.hash === end.hash
        ? written
        : await this.#append(file, { seq, hash: end.hash, at: end.at });
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

  async #append(
    file: CheckpointFile,
    { seq, hash, at }: { seq: number; hash: string; at: unknown },
  ): Promise<Checkpoint> {
    // Read each time: a key that is replaced takes effect without a restart.
    const key = await CheckpointKey.read(this.#options.keyFile);
    const checkpoint = key.sign({
      v: 1,
      seq,
      hash,
      at: new Date(Number(at)).toISOString(),
      previous: await file.previous(),
    });
    await file.append(checkpoint);
    return checkpoint;
  }
}
