import { Knex } from 'knex';
import { ClaimIndex } from './ClaimIndex';
import { readClaims } from './operations/claims';
import { readClaimVersion } from './operations/readClaimVersion';
import { PipelineClaimIndex } from './PipelineClaimIndex';

/** What entities claim, by what they claim. */
export interface Claims {
  workloads: ClaimIndex;
  pipelines: PipelineClaimIndex;
}

interface Edition {
  version: string;
  claims: Claims;
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
  async current(knex: Knex): Promise<Claims> {
    const version = await readClaimVersion(knex);
    if (this.#edition?.version !== version) {
      const stored = await readClaims(knex);
      this.#edition = {
        version,
        claims: {
          workloads: ClaimIndex.of(stored),
          pipelines: PipelineClaimIndex.of(stored),
        },
      };
    }
    return this.#edition.claims;
  }
}
