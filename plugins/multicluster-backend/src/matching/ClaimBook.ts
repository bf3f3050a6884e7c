import { Knex } from 'knex';
import { ClaimIndex } from './ClaimIndex';
import { readClaims } from './operations/claims';
import { readClaimVersion } from './operations/readClaimVersion';

interface Edition {
  version: string;
  index: ClaimIndex;
}

/**
 * The stored claims, read again only when any of them changed, on this replica or another. Matching by an old edition would
 * take matches away from an entity that another replica has just linked.
 */
export class ClaimBook {
  #edition: Edition | undefined;

  static create(): ClaimBook {
    return new ClaimBook();
  }

  private constructor() {}

  /** Call with the lock, with its transaction. */
  async current(knex: Knex): Promise<ClaimIndex> {
    const version = await readClaimVersion(knex);
    if (this.#edition?.version !== version) {
      const index = ClaimIndex.of(await readClaims(knex));
      this.#edition = { version, index };
    }
    return this.#edition.index;
  }
}
