import { SourceRegistry } from '../../service/SourceRegistry';
import { Environment, Environments } from '../platform/Environments';
import { Delivered, deliveriesOf } from './deliveriesOf';
import { EntityRows } from './EntityRows';
import { placeWorkloads } from './placeWorkloads';
import { PromotionScope } from './PromotionScope';
import { toScope } from './toScope';

const NOTHING: Delivered = { deliveries: [], runs: [], laneIds: [] };

/** What the environments of an entity are made of. */
export interface PromotionScopes {
  scopes: PromotionScope[];
  /** Workloads that run where the platform has named no environment. */
  outside: number;
  /** Pipelines that deliver to no environment that the platform has named. */
  unassigned: number;
}

/**
 * Puts what is stored of an entity into the environments that it is shown in.
 *
 * @param show - `runs`: of nothing that clusters say, not even of their names, is anything left
 */
export function toScopes(
  rows: EntityRows,
  shown: Environment[],
  environments: Environments,
  sources: Pick<SourceRegistry, 'get'>,
  show: 'all' | 'runs' = 'all',
): PromotionScopes {
  const placed = placeWorkloads(rows, environments, sources);
  const delivered = deliveriesOf(rows, placed.targets, environments, sources);
  const scopes = shown.map(environment =>
    toScope(environment, {
      rule: environments.rules.find(({ name }) => name === environment.name),
      rows,
      placed,
      delivered: delivered.get(environment.name) ?? NOTHING,
      sources,
      show,
    }),
  );
  if (!environments.configured) {
    return { scopes, outside: 0, unassigned: 0 };
  }
  const outside = placed.targets.filter(target => !target.environment);
  const assigned = [...delivered.values()].flatMap(({ deliveries }) =>
    deliveries.map(({ pipeline }) => pipeline.rowId),
  );
  return {
    scopes,
    outside:
      show === 'runs'
        ? 0
        : new Set(outside.map(({ target }) => target.workload.id)).size,
    unassigned: rows.pipelines.filter(({ id }) => !assigned.includes(id))
      .length,
  };
}
