import {
  AgentFact,
  DerivedRun,
  DeriveRunInput,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { deriveRun } from '../derive/deriveRun';
import { GateLog } from '../native/GateLog';
import { PipecdRun } from '../native/PipecdRun';
import { projectDeployment } from '../project/projectDeployment';
import { RawDeployment, RawStage } from '../wire/messages';

/** When deployments of these tests are made, in seconds since the epoch. */
export const CREATED = 1_795_260_000;

/** Now, unless a test says otherwise: two minutes later, in ms. */
export const NOW = (CREATED + 120) * 1000;

/** A deployment of a v0 piped that runs; parts of it as a test wants them. */
export function deployment(parts: Partial<RawDeployment> = {}): RawDeployment {
  return {
    id: 'd1',
    application_id: 'app',
    application_name: 'web',
    piped_id: 'p1',
    trigger: { commit: { hash: 'abc' }, timestamp: CREATED },
    status: 2,
    created_at: CREATED,
    updated_at: CREATED + 100,
    ...parts,
  };
}

/** The same of a v1 piped. */
export function deploymentV1(
  parts: Partial<RawDeployment> = {},
): RawDeployment {
  return deployment({ metadata_v2: { shared: {} }, ...parts });
}

/** A stage of a v0 run; `at` counts from when the deployment was made. */
export function stage(
  name: string,
  status: number,
  at?: number,
  parts: Partial<RawStage> = {},
): RawStage {
  return {
    id: name.toLowerCase(),
    name,
    visible: true,
    status,
    ...(at !== undefined && { completed_at: CREATED + at }),
    ...parts,
  };
}

/** A piped, online since the deployment was made. */
export const piped: AgentFact & { since: number } = {
  type: 'agent',
  key: 'p1',
  name: 'piped-one',
  state: 'online',
  disabled: false,
  since: CREATED * 1000,
};

/** A deployment as a fact; throws when it is none. */
export function factOf(
  raw: RawDeployment,
  learnt?: Record<string, GateLog>,
): RunFact<PipecdRun> {
  const fact = projectDeployment(raw, learnt);
  if (!fact) {
    throw new Error('Not a deployment');
  }
  return fact;
}

/** Derives a deployment with a piped that is online, unless the test says otherwise. */
export function derive(
  raw: RawDeployment,
  input: Partial<DeriveRunInput<PipecdRun>> & {
    learnt?: Record<string, GateLog>;
  } = {},
): DerivedRun {
  const { learnt, ...rest } = input;
  return deriveRun({
    run: factOf(raw, learnt),
    agent: piped,
    gates: [],
    ahead: [],
    now: NOW,
    ...rest,
  });
}
