import { PromotionCommits } from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from '../service/FleetService';
import {
  PromotionCommitsReader,
  PromotionCommitsService,
} from '../service/PromotionCommitsService';
import { PromotionDiffQuery } from '../service/PromotionDiffService';
import { EntityAccess } from './EntityAccess';
import { requireDetails } from './requireDetails';

/**
 * Lets a caller list commits between environments of entities whose promotion, topology and details they may read. A mere claim
 * gives nothing: the reader behind asks about none.
 */
export class AuthorizedPromotionCommitsService
  implements PromotionCommitsService
{
  readonly #reader: PromotionCommitsReader;
  readonly #access: EntityAccess;

  static create(options: {
    reader: PromotionCommitsReader;
    access: EntityAccess;
  }): PromotionCommitsService {
    return new AuthorizedPromotionCommitsService(
      options.reader,
      options.access,
    );
  }

  private constructor(reader: PromotionCommitsReader, access: EntityAccess) {
    this.#reader = reader;
    this.#access = access;
  }

  async commits(
    { entityRef, ...query }: PromotionDiffQuery & { entityRef: string },
    { credentials }: Asking,
  ): Promise<PromotionCommits> {
    const entity = await requireDetails(
      this.#access,
      { entityRef, what: 'commits' },
      credentials,
    );
    return this.#reader.commits(entity, query);
  }
}
