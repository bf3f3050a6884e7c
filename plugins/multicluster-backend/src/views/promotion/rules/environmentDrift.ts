import {
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { PromotionScope } from '../PromotionScope';
import { isUnderWay } from './runProgress';

/**
 * What of an environment is not what it should be: a cluster that differs from its template, or a pipeline that differs from
 * its repository. A pipeline that is being brought in line by a run is on its way and no drift.
 */
export function environmentDrift(scope: PromotionScope): Sentence | undefined {
  const target = scope.targets.find(({ axes }) => axes.delivery === 'drifted');
  if (target) {
    return sentence('promotion.drift.target', {
      workload: target.workload.name,
      cluster: target.cluster,
    });
  }
  const pipeline = outOfSync(scope);
  return (
    pipeline && sentence('promotion.drift.sync', { pipeline: pipeline.name })
  );
}

/** The first pipeline that differs from its repository while nothing is done about it. */
export function outOfSync({ deliveries, runs }: PromotionScope) {
  return deliveries
    .map(({ pipeline }) => pipeline)
    .find(
      pipeline =>
        pipeline.sync.status === 'out-of-sync' &&
        !pipeline.disabled &&
        !runs.some(
          run => run.pipelineRowId === pipeline.rowId && isUnderWay(run),
        ),
    );
}
