import { SourceRegistry } from '../../service/SourceRegistry';
import { EnvironmentRule } from '../platform/EnvironmentRule';
import { Delivered } from './deliveriesOf';
import { EntityRows } from './EntityRows';
import { PlacedWorkloads } from './placeWorkloads';

/** What one environment of an entity is made from. */
export interface ScopeContext {
  /** What the platform says belongs to it; absent: nothing. */
  rule: EnvironmentRule | undefined;
  rows: EntityRows;
  /** Workloads of all environments. */
  placed: PlacedWorkloads;
  /** To this environment. */
  delivered: Delivered;
  sources: Pick<SourceRegistry, 'get'>;
  /** `runs`: nothing that clusters say. */
  show: 'all' | 'runs';
}
