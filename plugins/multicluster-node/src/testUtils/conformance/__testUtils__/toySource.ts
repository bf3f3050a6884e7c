import {
  ProblemCode,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterFact,
  FleetFact,
  FleetFacet,
  ObserveContext,
  PlacementFact,
  WorkloadFact,
  workloadKey,
} from '../../../contract';
import { FleetSource } from '../FleetHarness';
import { ToyObject, ToySystem } from './ToySystem';

const group = 'apps';
const kind = 'Deployment';

function project(object: ToyObject): FleetFact[] {
  const { name, namespace, uid } = object;
  const identity = { group, version: 'v1', kind, namespace, name };
  const key = workloadKey(identity);
  const workload: WorkloadFact = {
    ...identity,
    type: 'workload',
    key,
    uid,
    generation: object.generation,
    labels: object.labels,
    images: [{ container: 'app', image: object.image, version: object.image }],
    imagesKnown: true,
    deleting: false,
  };
  const placement: PlacementFact = {
    type: 'placement',
    key: `binding ${key}`,
    workloadKey: key,
    workload: { ...identity, uid },
    dependency: false,
    native: { clusters: object.clusters, status: object.status },
  };
  return object.clusters.length > 0 ? [workload, placement] : [workload];
}

const derive: FleetFacet['derive'] = ({ placement }) => {
  const { clusters } = placement.native as { clusters: string[] };
  return {
    summary: { state: 'converged', flags: [] },
    replicas: {},
    targets: clusters.map(cluster => ({
      cluster,
      axes: { lifecycle: 'desired', delivery: 'applied', health: 'healthy' },
      replicas: {},
      versions: [],
      versionKnowledge: 'unknown',
    })),
  };
};

const said = (subject: string) =>
  sentence('source.problem.unreachable', { subject });

const cluster: ClusterFact = {
  type: 'cluster',
  key: 'one',
  name: 'one',
  state: 'ready',
  zones: [],
  labels: {},
  taints: [],
};

const LANE = 'toys';
const WORKLOADS = 'toy-workloads';

/** One look at the system. Gives how far it came. */
async function look(
  system: ToySystem,
  { sink, report }: ObserveContext,
  at: number,
): Promise<number> {
  const fail = (lane: string, code: ProblemCode) =>
    report.problem(lane, { code, sentence: said(lane) });
  const facts = (object: ToyObject) =>
    project(object).filter(
      fact => !(system.forbidden && fact.type === 'workload'),
    );
  if (!system.reachable) {
    fail(LANE, 'unreachable');
    return at;
  }
  report.contact(LANE);
  if (system.forbidden) {
    fail(WORKLOADS, 'forbidden');
  } else {
    report.recovered(WORKLOADS);
  }
  if (at < system.oldest) {
    report.relist(LANE);
    const { version } = system;
    const sweep = await sink.beginSweep(LANE);
    await sweep.page([cluster]);
    if (system.listsBroken) {
      fail(LANE, 'upstream-error');
      return at;
    }
    await sweep.page([...system.objects.values()].flatMap(facts));
    await sweep.complete(String(version));
    report.recovered(LANE);
    return version;
  }
  let reached = at;
  for (const { version, object, gone } of system.since(at)) {
    const keys = project(object).map(({ type, key }) => ({ type, key }));
    const kept = gone || object.tooLarge ? [] : facts(object);
    await sink.change({
      lane: LANE,
      upserts: kept,
      deletes: gone ? keys : [],
      checkpoint: String(version),
    });
    reached = version;
  }
  if ([...system.objects.values()].some(({ tooLarge }) => tooLarge)) {
    fail(LANE, 'too-large');
  } else {
    report.recovered(LANE);
  }
  return reached;
}

async function observe(
  system: ToySystem,
  context: ObserveContext,
): Promise<void> {
  const { sink, report, signal } = context;
  report.declare(LANE, { subject: 'Toys' });
  report.declare(WORKLOADS, { subject: 'Workloads of toys' });
  report.contact(WORKLOADS);
  let at = Number((await sink.checkpoint(LANE)) ?? -1);
  while (!signal.aborted) {
    at = await look(system, context, at);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

/** A source that keeps the rules, on a system of a few lines; `break` replaces parts of it. */
export function toySource(
  system: ToySystem,
  broken: Partial<FleetFacet> = {},
): FleetSource {
  return {
    id: 'toy',
    type: 'toy',
    fleet: {
      observe: context => observe(system, context),
      derive,
      explainUnplaced: () => said('nothing selects it'),
      explainLoss: () => said('it stays'),
      ...broken,
    },
  };
}
