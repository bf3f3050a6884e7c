import { Pod } from '@fairway/backstage-plugin-multicluster-common';
import { StateLook } from '@fairway/backstage-plugin-multicluster-react';

/**
 * How a pod looks. Its status is what the cluster says and is shown as it is; this is only its shape and colour.
 *
 * @internal
 */
export function podLook(pod: Pod): StateLook {
  const { phase, status, ready } = pod;
  if (
    phase === 'Failed' ||
    /error|backoff|err|invalid|evicted|oom/i.test(status)
  ) {
    return { shape: 'bad', tone: 'bad' };
  }
  if (phase === 'Succeeded') {
    return { shape: 'ok', tone: 'ok' };
  }
  if (status === 'Terminating') {
    return { shape: 'out', tone: 'stale' };
  }
  if (phase === 'Pending') {
    return { shape: 'pending', tone: 'run' };
  }
  if (phase !== 'Running') {
    return { shape: 'unknown', tone: 'stale' };
  }
  return ready.ready >= ready.total
    ? { shape: 'ok', tone: 'ok' }
    : { shape: 'run', tone: 'run' };
}
