import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Preflight, StepContext } from '../delivery/DeliveryAdapter';
import { LaneReading } from './LaneReading';
import { laneStepKey } from './laneStepKey';

/**
 * Whether what is held is still what was decided about: for the clusters of this wave and of all that are still to come. What has
 * been released is looked at by itself.
 */
export function preflightOfRelease(
  { content, clusters: now }: Pick<LaneReading, 'content' | 'clusters'>,
  { request, step, steps }: Pick<StepContext, 'request' | 'step' | 'steps'>,
  wave: readonly string[],
): Preflight {
  const { manifests } = request.subject;
  const coming = steps
    .filter(({ ordinal }) => ordinal > step.ordinal)
    .map(({ key }) => laneStepKey.read(key))
    .flatMap(item => (item.what === 'release' ? item.clusters : []));
  const differs = [...wave, ...coming].some(
    cluster => now[cluster]?.digest !== manifests?.[cluster],
  );
  // A look in the middle of a change shows neither what was there nor what will be.
  if (!content.settled) {
    return {
      go: false,
      why: 'wait',
      sentence: sentence('lane.waiting.settle'),
    };
  }
  if (differs) {
    return { go: false, why: 'subject-changed' };
  }
  const first = steps.every(
    ({ attempts, state }) => attempts === 0 && state === 'queued',
  );
  const all = Object.keys(manifests ?? {});
  return first && all.length > 0 && all.every(name => now[name]?.dispatched)
    ? { go: false, why: 'decided', decision: 'approve' }
    : { go: true };
}
