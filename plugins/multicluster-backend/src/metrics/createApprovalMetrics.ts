import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** How many there are of each state; see countApprovals. */
export interface ApprovalCounts {
  requests: Array<{ state: string; count: number }>;
  steps: Array<{ state: string; count: number }>;
}

/** What is told of deliveries. */
export interface ApprovalMetrics {
  /** A source took a decision, so many milliseconds after it could have been sent. */
  delivered(milliseconds: number): void;
}

/**
 * Gauges of what is open, and how soon decisions get to where they take effect. Every replica tells the same numbers of what is
 * open, because all read the same tables: take the largest and not the sum.
 */
export function createApprovalMetrics(
  metrics: MetricsService,
  count: () => Promise<ApprovalCounts>,
): ApprovalMetrics {
  const gauge = (
    name: string,
    description: string,
    of: (counts: ApprovalCounts) => Array<{ state: string; count: number }>,
  ) =>
    metrics
      .createObservableGauge(name, { description })
      .addCallback(async result => {
        for (const { state, count: value } of of(await count())) {
          result.observe(value, { state });
        }
      });
  gauge(
    'multicluster.approval.requests',
    'Requests for approval that have not ended',
    ({ requests }) => requests,
  );
  gauge(
    'multicluster.approval.steps',
    'Steps of decisions that are not over',
    ({ steps }) => steps,
  );
  const delivery = metrics.createHistogram('multicluster.approval.delivery', {
    description:
      'Time from the end of the recall window until the source took a decision',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.1, 0.5, 1, 2, 5, 15, 60, 300] },
  });
  return { delivered: milliseconds => delivery.record(milliseconds / 1000) };
}
