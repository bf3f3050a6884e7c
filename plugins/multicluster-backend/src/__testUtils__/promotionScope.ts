import {
  Gate,
  PipelineRun,
  sentence,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  PromotionScope,
  ScopePipeline,
  ScopeRun,
  ScopeTarget,
} from '../views/promotion/PromotionScope';
import { ScopeRequest } from '../views/promotion/ScopeRequest';

/** When the runs of {@link scopeRun} were made, milliseconds since the epoch. */
export const RUN_TIME = Date.parse('2026-11-20T12:00:00Z');

/** A copy of the shop, well and in version v1.0.0. */
export function scopeTarget(given: Partial<ScopeTarget> = {}): ScopeTarget {
  return {
    workload: {
      id: 'shop-id',
      controlPlane: 'prod',
      kind: 'Deployment',
      namespace: 'default',
      name: 'shop',
      confirmed: true,
    },
    placementId: 1,
    cluster: 'member1',
    member: given.cluster ?? 'member1',
    state: 'healthy',
    axes: { lifecycle: 'desired', delivery: 'applied', health: 'healthy' },
    stateSince: RUN_TIME,
    replicas: { desired: 2, ready: 2 },
    versions: [imageVersion('v1.0.0')],
    versionKnowledge: 'known',
    freshness: { state: 'live' },
    markedBy: [1],
    ...given,
  };
}

/** The image of the shop with a tag. */
export function imageVersion(version: string, digest?: string) {
  const image = `registry.example/acme/shop:${version}`;
  return { container: 'app', image, version, ...(digest && { digest }) };
}

/** The pipeline of the shop, in sync. */
export function scopePipeline(
  given: Partial<ScopePipeline> = {},
): ScopePipeline {
  return {
    id: 'pipeline-id',
    rowId: 1,
    confirmed: true,
    source: 'pipecd',
    name: 'shop',
    sync: { status: 'synced' },
    disabled: false,
    url: 'https://pipecd.example/applications/1',
    ...given,
  };
}

/** A run of that pipeline that has brought v1.0.0. */
export function scopeRun(
  given: Partial<Omit<ScopeRun, 'run'>> & { run?: Partial<PipelineRun> } = {},
): ScopeRun {
  const { run, ...rest } = given;
  return {
    rowId: 1,
    pipelineRowId: 1,
    active: false,
    stages: [],
    gates: [],
    ...rest,
    run: {
      id: 'run-id',
      source: 'pipecd',
      nativeId: 'r1',
      pipeline: { id: 'pipeline-id', nativeId: 'p1', name: 'shop' },
      status: 'succeeded',
      nativeStatus: 'SUCCESS',
      sentence: sentence('view.unplaced'),
      trigger: { kind: 'commit', actor: { nativeId: 'alice', kind: 'user' } },
      commit: { sha: 'aaaaaaa1', createdAt: '2026-11-20T11:00:00.000Z' },
      artifacts: [{ kind: 'image', name: 'shop', version: 'v1.0.0' }],
      createdAt: new Date(RUN_TIME).toISOString(),
      startedAt: new Date(RUN_TIME + 60_000).toISOString(),
      finishedAt: new Date(RUN_TIME + 600_000).toISOString(),
      ...run,
    },
  };
}

/** A stage that waits for a gate of the same id, or does something else. */
export function scopeStage(id: string, given: Partial<Stage> = {}): Stage {
  return {
    id,
    name: id,
    kind: 'task',
    status: 'succeeded',
    nativeStatus: 'STAGE_SUCCESS',
    requires: [],
    steps: [],
    notes: [],
    hasLog: false,
    ...given,
  };
}

/** A gate that waits for two. */
export function scopeGate(given: Partial<Gate> = {}): Gate {
  return {
    id: 'approve',
    stageId: 'approve',
    state: 'pending',
    version: 'approve/1',
    title: 'Approve',
    approvers: [{ nativeId: 'bob', kind: 'user' }],
    anyone: false,
    quorum: { kind: 'n-of', n: 2, received: 0 },
    decisions: [],
    enforcement: 'enforced',
    identityModes: ['deep-link'],
    actionable: true,
    sentence: sentence('view.unplaced'),
    url: 'https://pipecd.example/deployments/r1',
    ...given,
  };
}

/** A stage that asks the portal, and has to be approved by two. */
export function scopeRequest(given: Partial<ScopeRequest> = {}): ScopeRequest {
  return {
    id: 'request-1',
    kind: 'pull',
    state: 'pending',
    environments: ['production'],
    title: 'Release',
    delivered: true,
    received: 0,
    needed: 2,
    window: { open: true },
    ...given,
  };
}

/** An environment with nothing in it. */
export function promotionScope(
  given: Partial<PromotionScope> = {},
): PromotionScope {
  return {
    name: 'production',
    title: 'Production',
    configured: true,
    targets: [],
    open: [],
    deliveries: [],
    runs: [],
    requests: [],
    stale: [],
    coverage: { seen: 1, total: 1, stale: 0, problems: [] },
    ...given,
  };
}
