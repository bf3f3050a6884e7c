import {
  multiclusterTopologyReadPermission,
  Promotion,
} from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from '../service/FleetService';
import { PromotionReader, PromotionService } from '../service/PromotionService';
import { ViewBody } from '../service/ViewBody';
import { EntityAccess } from './EntityAccess';
import { nameVisibleClaims } from './nameVisibleClaims';
import { requireRuns } from './requireRuns';

/**
 * Lets a caller read the promotion of entities they may see and have `multicluster.run.read` on; what clusters say of it, with
 * `multicluster.topology.read` besides.
 */
export class AuthorizedPromotionService implements PromotionService {
  readonly #reader: PromotionReader;
  readonly #access: EntityAccess;

  static create(options: {
    reader: PromotionReader;
    access: EntityAccess;
  }): PromotionService {
    return new AuthorizedPromotionService(options.reader, options.access);
  }

  private constructor(reader: PromotionReader, access: EntityAccess) {
    this.#reader = reader;
    this.#access = access;
  }

  async entityPromotion(
    entityRef: string,
    { credentials }: Asking,
  ): Promise<ViewBody<Promotion>> {
    const [entity, topology] = await Promise.all([
      requireRuns(this.#access, entityRef, credentials),
      this.#access.allowed(
        multiclusterTopologyReadPermission,
        entityRef,
        credentials,
      ),
    ]);
    const view = await this.#reader.read(entity, topology ? 'all' : 'runs');
    const [{ match }] = await nameVisibleClaims(
      [view],
      this.#access,
      credentials,
    );
    return { ...view, match };
  }
}
