import { Knex } from 'knex';
import { ClaimIndex } from './ClaimIndex';
import { readClaims } from './operations/claims';
import { readClaimVersion } from './operations/readClaimVersion';

/** The claims of all entities, as of a version. */
export interface ClaimEdition {
  version: string;
  index: ClaimIndex;
}

/**
 * The stored claims, read again only when any of them changed, on this replica or another. Matching by an old edition would
 * take matches away from an entity that another replica has just linked.
 */
export class ClaimBook {
  readonly #knex: Knex;
  #edition: ClaimEdition | undefined;

  static create(knex: Knex): ClaimBook {
    return new ClaimBook(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async current(): Promise<ClaimEdition> {
    const version = await readClaimVersion(this.#knex);
    if (this.#edition?.version !== version) {
      const index = ClaimIndex.of(await readClaims(this.#knex));
      this.#edition = { version, index };
    }
    return this.#edition;
  }

  async isCurrent(edition: ClaimEdition): Promise<boolean> {
    return edition.version === (await readClaimVersion(this.#knex));
  }

  /** Reads again at the next question; two changes within one millisecond have the same version. */
  forget(): void {
    this.#edition = undefined;
  }
}
