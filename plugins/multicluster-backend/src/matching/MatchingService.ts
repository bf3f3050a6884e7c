import { Entity } from '@backstage/catalog-model';

/** What a matching run changed. */
export interface MatchChanges {
  entityRefs: Set<string>;
  workloadIds: Set<number>;
}

/** Links catalog entities to workloads. */
export interface MatchingService {
  /** Reads what every entity claims, forgets entities not among them, and matches what changed. */
  sweep(entities: AsyncIterable<Entity[]>): Promise<MatchChanges>;
  /** Matches one entity again if what it says changed. Resolves to whether it did. */
  refreshEntity(entity: Entity): Promise<boolean>;
  /** Matches workloads that changed. */
  matchWorkloads(workloadIds: number[]): Promise<MatchChanges>;
  /** Matches every workload. */
  matchAll(): Promise<MatchChanges>;
}
