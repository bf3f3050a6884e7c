import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { InventoryMetrics } from '../inventory/InventoryMetrics';

/** Counters of the inventory. Their labels are configured names and kinds, so that there are few series. */
export function createInventoryMetrics(
  metrics: MetricsService,
): InventoryMetrics {
  const relists = metrics.createCounter('multicluster.lane.relists', {
    description: 'Full lists started',
  });
  const errors = metrics.createCounter('multicluster.lane.errors', {
    description: 'Problems reported by a source',
  });
  const facts = metrics.createCounter('multicluster.inventory.facts', {
    description: 'Facts that changed rows',
  });
  const commits = metrics.createHistogram(
    'multicluster.inventory.commit.duration',
    {
      description: 'Duration of transactions that changed rows',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [0.001, 0.005, 0.02, 0.05, 0.1, 0.5, 2],
      },
    },
  );
  return {
    relist: ({ source, facet, lane }) =>
      relists.add(1, { source, facet, lane }),
    error: ({ source, facet, lane, code }) =>
      errors.add(1, { source, facet, lane, code }),
    committed({ source }, transaction) {
      facts.add(transaction.facts, { source });
      commits.record(transaction.milliseconds / 1000, { source });
    },
  };
}
