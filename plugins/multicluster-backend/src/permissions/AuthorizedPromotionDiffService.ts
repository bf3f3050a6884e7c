import {
  multiclusterDetailReadPermission,
  multiclusterTopologyReadPermission,
  PromotionDiff,
} from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from '../service/FleetService';
import {
  PromotionDiffQuery,
  PromotionDiffReader,
  PromotionDiffService,
} from '../service/PromotionDiffService';
import { notAllowed } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';
import { requireRuns } from './requireRuns';

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
    const { credentials } = options;
    const [entity, ...allowed] = await Promise.all([
      requireRuns(this.#access, entityRef, credentials),
      ...[
        multiclusterTopologyReadPermission,
        multiclusterDetailReadPermission,
      ].map(permission =>
        this.#access.allowed(permission, entityRef, credentials),
      ),
    ]);
    if (!allowed.every(Boolean)) {
      throw notAllowed(
        'detail-denied',
        `You may not read the manifests of ${entityRef}`,
      );
    }
    return this.#reader.diff(entity, query, options);
  }
}
