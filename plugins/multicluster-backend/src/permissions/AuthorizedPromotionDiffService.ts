import { PromotionDiff } from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from '../service/FleetService';
import {
  PromotionDiffQuery,
  PromotionDiffReader,
  PromotionDiffService,
} from '../service/PromotionDiffService';
import { EntityAccess } from './EntityAccess';
import { requireDetails } from './requireDetails';

/**
 * Lets a caller compare manifests of entities whose promotion, topology and details they may read. A mere claim gives
 * nothing: the reader behind reads none.
 */
export class AuthorizedPromotionDiffService implements PromotionDiffService {
  readonly #reader: PromotionDiffReader;
  readonly #access: EntityAccess;

  static create(options: {
    reader: PromotionDiffReader;
    access: EntityAccess;
  }): PromotionDiffService {
    return new AuthorizedPromotionDiffService(options.reader, options.access);
  }

  private constructor(reader: PromotionDiffReader, access: EntityAccess) {
    this.#reader = reader;
    this.#access = access;
  }

  async diff(
    { entityRef, ...query }: PromotionDiffQuery & { entityRef: string },
    options: Asking,
  ): Promise<PromotionDiff> {
    const entity = await requireDetails(
      this.#access,
      { entityRef, what: 'manifests' },
      options.credentials,
    );
    return this.#reader.diff(entity, query, options);
  }
}
