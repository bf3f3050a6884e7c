import { Entity } from '@backstage/catalog-model';
import { PromotionCommits } from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from './FleetService';
import { PromotionDiffQuery } from './PromotionDiffService';

/** Lists the commits that an environment of an entity would get from another, asked of their host with what the portal may. */
export interface PromotionCommitsService {
  /**
   * Throws a NotFoundError when the caller may not see the entity, a NotAllowedError when not its runs, topology or details,
   * and an InputError for what is no environment of it.
   */
  commits(
    query: PromotionDiffQuery & { entityRef: string },
    options: Asking,
  ): Promise<PromotionCommits>;
}

/** Lists them for whoever was already let in. */
export interface PromotionCommitsReader {
  commits(entity: Entity, query: PromotionDiffQuery): Promise<PromotionCommits>;
}
