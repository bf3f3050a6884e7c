import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { isUnderWay } from '../rules/runProgress';
import { BlockedStep, Evidence } from './BlockedStep';

/** What is known of it is not what there is now: `source-stale`. */
export function staleEvidence({ to }: BlockedStep): Evidence[] {
  return to.stale.map(reason => ({ code: 'source-stale', sentence: reason }));
}

/** Whoever runs its pipelines cannot be reached by the tool: `agent-offline`. */
export function agentEvidence({ to }: BlockedStep): Evidence[] {
  return to.deliveries.flatMap(({ pipeline }) =>
    pipeline.agent?.state === 'offline'
      ? [
          {
            code: 'agent-offline' as const,
            sentence: sentence('promotion.blocked.agentOffline', {
              agent: pipeline.agent.name,
              pipeline: pipeline.name,
            }),
            ...(pipeline.url && { url: pipeline.url }),
          },
        ]
      : [],
  );
}

/** A run should have moved and did not: `agent-stuck`. */
export function stuckEvidence({ to }: BlockedStep): Evidence[] {
  return to.runs
    .filter(item => isUnderWay(item) && item.run.detail === 'stuck')
    .map(({ run }) => ({
      code: 'agent-stuck',
      sentence: sentence('promotion.blocked.agentStuck', {
        pipeline: run.pipeline.name,
        reason: [run.sentence],
      }),
      ...(run.url && { url: run.url }),
    }));
}

/** A run stands behind another: `queued-behind-run`. */
export function queueEvidence({ to }: BlockedStep): Evidence[] {
  return to.runs
    .filter(item => isUnderWay(item) && item.run.status === 'queued')
    .map(({ run }) => ({
      code: 'queued-behind-run',
      sentence: sentence('promotion.blocked.queued', {
        pipeline: run.pipeline.name,
        reason: [run.sentence],
      }),
      ...(run.url && { url: run.url }),
    }));
}

/** A run waits, or nobody knows what it does, and nothing says why: `unknown`. */
export function unknownEvidence({ to }: BlockedStep): Evidence[] {
  return to.runs
    .filter(
      item =>
        isUnderWay(item) &&
        (item.run.status === 'waiting' || item.run.status === 'unknown'),
    )
    .map(({ run }) => ({
      code: 'unknown',
      sentence: sentence('promotion.blocked.unknown', {
        pipeline: run.pipeline.name,
      }),
      ...(run.url && { url: run.url }),
    }));
}
