import { Entity } from '@backstage/catalog-model';
import { Promotion } from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from './FleetService';
import { ViewBody } from './ViewBody';

/** Which version of an entity is in which environment, for someone. */
export interface PromotionService {
  /**
   * Throws a NotFoundError when the caller may not see the entity, a NotAllowedError when not its runs. Who may see these and
   * not its topology is shown what tools say, and nothing of clusters.
   */
  entityPromotion(
    entityRef: string,
    options: Asking,
  ): Promise<ViewBody<Promotion>>;
}

/**
 * Which version of an entity is in which environment, for whoever was already let in. Names every entity that claims the same
 * (`match.alsoClaimedBy`); whom the caller may see of them is decided outside.
 */
export interface PromotionReader {
  /** @param show - `runs`: nothing that clusters say, not even their names */
  read(entity: Entity, show?: 'all' | 'runs'): Promise<ViewBody<Promotion>>;
}
