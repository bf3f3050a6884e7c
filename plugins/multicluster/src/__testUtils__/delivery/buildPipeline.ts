import { EntityPipeline } from '@fairway/backstage-plugin-multicluster-common';
import { buildGate } from './buildGate';
import { buildRun } from './buildRun';
import { waitingStages } from './buildStages';
import { said } from './said';

/** The pipeline `canary`, whose latest run waits for the second of two approvals. */
export function buildPipeline(
  options: Partial<EntityPipeline> = {},
): EntityPipeline {
  return {
    id: 'pipeline-canary',
    nativeId: 'app-canary',
    name: 'canary',
    tool: 'PipeCD',
    source: 'pipecd',
    labels: {},
    sync: { status: 'deploying' },
    agent: { nativeId: 'piped-1', name: 'piped-1', state: 'online' },
    deployTargets: ['karmada'],
    disabled: false,
    match: {
      rule: 'deployed-workload',
      confirmed: true,
      reason: said('it deploys the workload of this entity'),
    },
    latest: buildRun(),
    stages: waitingStages(),
    gates: [buildGate()],
    environment: 'production',
    freshness: { state: 'live' },
    placedNowhere: [],
    ...options,
  };
}
