import { PlanLane } from '../plan/PlanContext';
import { SlicePlan } from './SlicePlan';

/** What the tables of a facet hold, and how its facts get there. Lanes, slices and sweeps are the same for all of them. */
export interface FacetTables<
  F extends { type: string; key: string },
  P extends SlicePlan,
> {
  /** Types of facts that a lane forgets when a sweep does not name them. */
  readonly sweptTypes: readonly F['type'][];
  /** Plans what facts of one type write. */
  planFacts(lane: PlanLane, plan: P, facts: F[]): Promise<void>;
  /** Plans the deletion of rows. What others still refer to stays, and says that it is no longer there. */
  planDeletes(plan: P, type: F['type'], ids: number[]): Promise<void>;
  /** Ids of the rows that these facts are kept in. */
  idsOf(type: F['type'], keys: string[]): Promise<number[]>;
  /** A page of the rows that a lane keeps, by id. */
  idsOfLane(
    type: F['type'],
    laneId: number,
    page: { afterId: number; limit: number },
  ): Promise<number[]>;
  /** Rows that a lane keeps of types that are not swept. */
  unswept(laneId: number): Promise<number>;
  /** What planning has to know of a lane that is swept. */
  sweeping?(lane: string): Promise<Partial<PlanLane>>;
  /** Called when a sweep has come to its end, before that is noted. */
  swept?(lane: string): Promise<void>;
}
