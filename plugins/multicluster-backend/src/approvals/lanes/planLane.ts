import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { PlannedStep } from '../model/StepRecord';
import { laneSteps } from './laneSteps';
import { wavesOf } from './wavesOf';

/** The steps of a decision about a lane. A rejection releases nothing: it only sees to it that everything is held. */
export function planLane(
  {
    decision,
    subject,
    policy,
  }: Pick<RequestRecord, 'decision' | 'subject' | 'policy'>,
  mode: IdentityMode,
): PlannedStep[] {
  const waves =
    decision === 'reject'
      ? []
      : wavesOf(subject.lane?.clusters ?? [], policy.waves);
  return laneSteps(waves, policy.waves?.next ?? 'healthy').map(
    ({ key, title, step }) => ({
      key,
      title,
      ...(step.what === 'release' &&
        step.clusters.length === 1 && { cluster: step.clusters[0] }),
      identity: { mode },
    }),
  );
}
