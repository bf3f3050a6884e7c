import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { RequestDurations } from '../router/timed';

/** The histogram of request durations. */
export function createRequestDurations(
  metrics: MetricsService,
): RequestDurations {
  const histogram = metrics.createHistogram('multicluster.request.duration', {
    description: 'Duration of requests, by route',
    unit: 's',
    advice: {
      explicitBucketBoundaries: [0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.5, 3],
    },
  });
  return {
    record: (seconds, labels) => histogram.record(seconds, labels),
  };
}
