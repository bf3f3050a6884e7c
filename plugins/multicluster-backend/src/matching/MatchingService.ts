import { Entity } from '@backstage/catalog-model';
import { InventoryChange } from '../inventory/hints/InventoryChange';

/** What a matching run changed. */
export interface MatchChanges {
  entityRefs: Set<string>;
  workloadIds: Set<number>;
  pipelineIds: Set<number>;
}

/** Links catalog entities to workloads and to pipelines. */
export interface MatchingService {
  /**
   * Reads what every entity claims, forgets entities not among them, and matches what changed, also what a replica that is
   * gone has stored and not matched.
   */
  sweep(entities: AsyncIterable<Entity[]>): Promise<MatchChanges>;
  /** Matches one entity again if what it says changed. Resolves to whether it did. */
  refreshEntity(entity: Entity): Promise<boolean>;
  /** Hash of what an entity says, as it is stored once it is matched; empty when it says nothing. */
  claimHashOf(entity: Entity): string;
  /** Matches workloads that changed, and the pipelines that deployed them. */
  matchWorkloads(workloadIds: number[]): Promise<MatchChanges>;
  /** Matches pipelines that changed. */
  matchPipelines(pipelineIds: number[]): Promise<MatchChanges>;
  /** Matches every workload and every pipeline. */
  matchAll(): Promise<MatchChanges>;
  /** Notes that the workloads and pipelines of these changes were matched. */
  followed(changes: InventoryChange[]): Promise<void>;
}
