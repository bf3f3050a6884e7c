import { KubernetesError } from '../transport/KubernetesError';
import { Lane } from './Lane';

/**
 * Reports a failed request, and holds the other lanes of the server too when it asks for a pause: they use the same
 * budget.
 *
 * @internal
 */
export function noteFailure(lane: Lane, error: KubernetesError): void {
  lane.health.failed(error);
  if (error.status === 429 && error.retryAfterMs !== undefined) {
    lane.options.transport.limiter.hold(error.retryAfterMs);
  }
}
