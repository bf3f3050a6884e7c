import { Entity } from '@backstage/catalog-model';
import { PromotionDiff } from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from './FleetService';

/** Which environments are compared: what `to` would get if it got what `from` has. */
export interface PromotionDiffQuery {
  from: string;
  to: string;
}

/** Compares manifests of an entity between two environments, read at the far end as the caller. */
export interface PromotionDiffService {
  /**
   * Throws a NotFoundError when the caller may not see the entity, a NotAllowedError when not its runs, topology or details or
   * when nothing of it is confirmed, and an InputError for what is no environment of it.
   */
  diff(
    query: PromotionDiffQuery & { entityRef: string },
    options: Asking,
  ): Promise<PromotionDiff>;
}

/** Compares for whoever was already let in. What is only claimed is never read. */
export interface PromotionDiffReader {
  diff(
    entity: Entity,
    query: PromotionDiffQuery,
    options: Asking,
  ): Promise<PromotionDiff>;
}
