import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import { buildGate } from './buildGate';
import { said } from './said';
import { ago } from './times';

/** A stage that is done unless told. */
export function buildStage(id: string, options: Partial<Stage> = {}): Stage {
  return {
    id,
    name: id.toLocaleUpperCase('en'),
    kind: 'task',
    status: 'succeeded',
    nativeStatus: 'STAGE_SUCCESS',
    requires: [],
    startedAt: ago(800),
    finishedAt: ago(740),
    steps: [],
    notes: [],
    hasLog: true,
    ...options,
  };
}

/** The stages of the canary of the references while it waits for approval. */
export function waitingStages(): Stage[] {
  return [
    buildStage('k8s_canary_rollout', { notes: [said('Canary 10%')] }),
    buildStage('wait', {
      name: 'WAIT_APPROVAL',
      kind: 'approval',
      status: 'waiting',
      nativeStatus: 'STAGE_RUNNING',
      requires: ['k8s_canary_rollout'],
      startedAt: ago(720),
      finishedAt: undefined,
      gate: buildGate(),
    }),
    buildStage('k8s_primary_rollout', {
      status: 'pending',
      nativeStatus: 'STAGE_NOT_STARTED_YET',
      requires: ['wait'],
      startedAt: undefined,
      finishedAt: undefined,
      hasLog: false,
    }),
    buildStage('k8s_canary_clean', {
      status: 'pending',
      nativeStatus: 'STAGE_NOT_STARTED_YET',
      requires: ['k8s_primary_rollout'],
      startedAt: undefined,
      finishedAt: undefined,
      hasLog: false,
    }),
  ];
}

/** The same run after a stage failed: it goes back while one looks. */
export function rollingBackStages(): Stage[] {
  const [canary, wait, primary, clean] = waitingStages();
  return [
    canary,
    { ...wait, status: 'succeeded', finishedAt: ago(60), gate: undefined },
    {
      ...primary,
      status: 'failed',
      startedAt: ago(60),
      finishedAt: ago(20),
      hasLog: true,
      message: 'timed out waiting for <b>deployment</b>',
    },
    { ...clean, notes: [said('Not reached')] },
    buildStage('rollback', {
      kind: 'rollback',
      status: 'running',
      detail: 'rolling-back',
      nativeStatus: 'STAGE_RUNNING',
      startedAt: ago(15),
      finishedAt: undefined,
    }),
  ];
}
