import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Inventory } from '../inventory/Inventory';
import { ObservedLane } from '../inventory/observe/ObservedLane';

/**
 * Gauges of the lanes that this replica observes: the others tell their own, so that summing over replicas counts each
 * lane once.
 */
export function registerLaneGauges(
  metrics: MetricsService,
  inventory: Pick<Inventory, 'lanes'>,
): void {
  const gauge = (
    name: string,
    options: { description: string; unit?: string },
    valueOf: (lane: ObservedLane) => number | undefined,
  ) =>
    metrics.createObservableGauge(name, options).addCallback(result => {
      for (const lane of inventory.lanes()) {
        const value = lane.retired ? undefined : valueOf(lane);
        if (value !== undefined) {
          const { source, facet, name: one } = lane;
          result.observe(value, { source, facet, lane: one });
        }
      }
    });
  gauge(
    'multicluster.lane.age',
    { description: 'Time since the last contact', unit: 's' },
    lane =>
      lane.contactAt === undefined
        ? undefined
        : Math.max(0, (Date.now() - lane.contactAt) / 1000),
  );
  gauge(
    'multicluster.lane.lag',
    { description: 'Time from a change to its being seen', unit: 's' },
    lane => lane.lagSeconds,
  );
  gauge(
    'multicluster.lane.objects',
    { description: 'Rows kept of a lane' },
    lane => lane.objects,
  );
  gauge(
    'multicluster.lane.problem',
    { description: '1 while a lane has a problem' },
    lane => (lane.problem ? 1 : 0),
  );
}
