import {
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ScopeWorkload } from '../PromotionScope';
import { heldWorkloads } from '../rules/nextStep';
import { isUnderWay } from '../rules/runProgress';
import { BlockedStep, Evidence } from './BlockedStep';

/** Placed on no cluster, or on none any more: `unscheduled`, and `quota` where a quota is why. */
export function placementEvidence({ to }: BlockedStep): Evidence[] {
  const workloads = [...to.open, ...to.targets.map(({ workload }) => workload)];
  const distinct = new Map(workloads.map(item => [item.id, item]));
  return [...distinct.values()].flatMap(unscheduled);
}

function unscheduled(workload: ScopeWorkload): Evidence[] {
  const { summary, unplaced, name } = workload;
  if (unplaced) {
    return [say('unscheduled', name, unplaced)];
  }
  if (summary?.state !== 'unscheduled') {
    return [];
  }
  const isQuota = summary.schedulingReasons?.some(
    ({ kind }) => kind === 'quota',
  );
  return [say(isQuota ? 'quota' : 'unscheduled', name, summary.sentence)];
}

function say(
  code: 'unscheduled' | 'quota',
  workload: string,
  reason: Sentence | undefined,
): Evidence {
  return {
    code,
    sentence: reason
      ? sentence(`promotion.blocked.${code}Because`, {
          workload,
          reason: [reason],
        })
      : sentence(`promotion.blocked.${code}`, { workload }),
  };
}

/** Held by a policy, by a suspended pipeline, or by a run that is paused without a gate: `policy-suspended`. */
export function suspendedEvidence({ to }: BlockedStep): Evidence[] {
  const held = heldWorkloads(to).map(({ name }) => ({
    code: 'policy-suspended' as const,
    sentence: sentence('promotion.blocked.held', { workload: name }),
  }));
  const pipelines = to.deliveries.flatMap(({ pipeline }) =>
    pipeline.hold?.kind === 'suspended'
      ? [
          {
            code: 'policy-suspended' as const,
            sentence: sentence('promotion.blocked.suspended', {
              pipeline: pipeline.name,
              reason: [pipeline.hold.sentence],
            }),
            ...(pipeline.url && { url: pipeline.url }),
          },
        ]
      : [],
  );
  const paused = to.runs
    .filter(item => isUnderWay(item) && item.run.status === 'paused')
    .map(({ run }) => ({
      code: 'policy-suspended' as const,
      sentence: sentence('promotion.blocked.paused', {
        pipeline: run.pipeline.name,
        reason: [run.sentence],
      }),
      ...(run.url && { url: run.url }),
    }));
  return [...held, ...pipelines, ...paused];
}
