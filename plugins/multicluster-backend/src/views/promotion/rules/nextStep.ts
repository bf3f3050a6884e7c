import {
  NextStep,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { PromotionScope, ScopeRun, ScopeWorkload } from '../PromotionScope';
import { titleOf } from '../PromotionColumn';
import { outOfSync } from './environmentDrift';
import { gatesTowards, ScopeGate } from './gatesTowards';
import { isTakenBack, isUnderWay } from './runProgress';

/**
 * What brings an environment forward, the first that holds: a gate that waits, a lane that is held, the run that is on its
 * way (with the gate it will come to), a pipeline to sync, and otherwise nothing that the portal knows of, with a link to
 * where it is decided.
 *
 * @param compareUrl - where the change to this environment can be looked at
 */
export function nextStep(scope: PromotionScope, compareUrl?: string): NextStep {
  const [waiting] = gatesTowards(scope.runs, 'pending');
  if (waiting) {
    return gateStep(
      waiting,
      waiting.run.lastKnown
        ? 'promotion.next.gateLastKnown'
        : 'promotion.next.gate',
    );
  }
  const [held] = heldWorkloads(scope);
  if (held) {
    return {
      kind: 'held-lane',
      workloadId: held.id,
      sentence: sentence('promotion.next.held', { workload: held.name }),
    };
  }
  const [upcoming] = gatesTowards(scope.runs, 'upcoming');
  if (upcoming) {
    return gateStep(upcoming, 'promotion.next.upcomingGate');
  }
  return syncStep(scope) ?? noActuator(scope, compareUrl);
}

/** Workloads of which nothing is sent to clusters before somebody lets go. */
export function heldWorkloads({
  targets,
  open,
}: PromotionScope): ScopeWorkload[] {
  const held = [
    ...targets
      .filter(
        ({ state, workload }) => state === 'suspended' || isHeld(workload),
      )
      .map(({ workload }) => workload),
    ...open.filter(isHeld),
  ];
  return held.filter(
    ({ id }, index) => held.findIndex(other => other.id === id) === index,
  );
}

function isHeld({ summary }: ScopeWorkload): boolean {
  return (
    summary?.state === 'scheduling-suspended' ||
    (summary?.flags.includes('held') ?? false)
  );
}

function gateStep({ gate, run }: ScopeGate, code: string): NextStep {
  const url = gate.url ?? run.run.url;
  return {
    kind: 'gate',
    runId: run.run.id,
    gate,
    sentence: sentence(code, { gate: gate.title }),
    ...(url && { url }),
  };
}

function syncStep(scope: PromotionScope): NextStep | undefined {
  const run = scope.runs.find(isUnderWay);
  const pipeline = run
    ? scope.deliveries.find(item => item.pipeline.rowId === run.pipelineRowId)
        ?.pipeline
    : outOfSync(scope);
  const url = run?.run.url ?? pipeline?.url;
  return (
    pipeline && {
      kind: 'sync',
      pipelineId: pipeline.id,
      sentence: sentence(syncCode(run), { pipeline: pipeline.name }),
      ...(url && { url }),
    }
  );
}

function syncCode(run: ScopeRun | undefined): string {
  if (!run) {
    return 'promotion.next.sync';
  }
  return isTakenBack(run) ? 'promotion.next.back' : 'promotion.next.run';
}

function noActuator(scope: PromotionScope, compareUrl?: string): NextStep {
  const pipeline = scope.deliveries[0]?.pipeline;
  const url = compareUrl ?? pipeline?.url;
  const environment = titleOf(scope);
  return {
    kind: 'no-actuator',
    sentence: pipeline
      ? sentence('promotion.next.repository', {
          pipeline: pipeline.name,
          environment,
        })
      : sentence('promotion.next.none', { environment }),
    ...(url && { url }),
  };
}
