import { Entity } from '@backstage/catalog-model';
import { InventoryChange } from '../inventory/hints/InventoryChange';

/** What a matching run changed. */
export interface MatchChanges {
  entityRefs: Set<string>;
  workloadIds: Set<number>;
}

/** Links catalog entities to workloads. */
export interface MatchingService {
  /**
   * Reads what every entity claims, forgets entities not among them, and matches what changed, also what a replica that is
   * gone has stored and not matched.
   */
  sweep(entities: AsyncIterable<Entity[]>): Promise<MatchChanges>;
  /** Matches one entity again if what it says changed. Resolves to whether it did. */
  refreshEntity(entity: Entity): Promise<boolean>;
  /** Matches workloads that changed. */
  matchWorkloads(workloadIds: number[]): Promise<MatchChanges>;
  /** Matches every workload. */
  matchAll(): Promise<MatchChanges>;
  /** Notes that the workloads of these changes were matched. */
  followed(changes: InventoryChange[]): Promise<void>;
}
