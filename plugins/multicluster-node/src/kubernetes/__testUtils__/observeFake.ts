import { mockServices } from '@backstage/backend-test-utils';
import { WorkloadFact, workloadKey } from '../../contract';
import {
  MemoryFleetSink,
  recordingLaneReporter,
  RecordingLaneReporter,
} from '../../testUtils';
import { KubernetesObject, observeResource } from '../observer';
import { ObserveResourceOptions } from '../observer/ObserverOptions';
import { KubernetesTransport } from '../transport';
import { FakeCollection } from './FakeCollection';
import { ScriptedServer } from './ScriptedServer';
import { testTransport } from './testTransport';

/** The lane that {@link observeFake} uses. */
export const LANE = 'deployments';

/** Reads of an object what the tests compare. */
export function projectWorkload(object: KubernetesObject): WorkloadFact[] {
  const { name, namespace = '', uid, labels = {} } = object.metadata;
  const identity = { group: 'apps', kind: 'Deployment', namespace, name };
  return [
    {
      ...identity,
      type: 'workload',
      key: workloadKey(identity),
      version: 'v1',
      uid,
      labels,
      images: [],
      imagesKnown: false,
      deleting: false,
      replicas: (object.spec as { replicas?: number } | undefined)?.replicas,
    },
  ];
}

/** An observation of a fake collection that runs. */
export interface FakeObservation {
  collection: FakeCollection;
  server: ScriptedServer;
  transport: KubernetesTransport;
  sink: MemoryFleetSink;
  report: RecordingLaneReporter;
  /** Names of the workloads stored, in order. */
  stored(): string[];
  /** Queries of the lists and watches that arrived. */
  queries(kind: 'list' | 'watch'): URLSearchParams[];
  /** Ends it and waits. Rejects with what the observation rejected with. */
  end(): Promise<void>;
  /** Ends it and its server. */
  stop(): Promise<void>;
  /** The observation itself. */
  done: Promise<void>;
}

/** Starts a server with a collection, and observes it with short times. */
export async function observeFake(
  options: {
    collection?: FakeCollection;
    sink?: MemoryFleetSink;
    server?: ScriptedServer;
    transport?: KubernetesTransport;
  } & Partial<ObserveResourceOptions> = {},
): Promise<FakeObservation> {
  const {
    collection = new FakeCollection(),
    sink = MemoryFleetSink.create(),
    timings,
    ...rest
  } = options;
  const server =
    options.server ??
    (await ScriptedServer.start((request, response) =>
      collection.handle(request, response),
    ));
  const transport = options.transport ?? testTransport(server);
  const report = recordingLaneReporter();
  const controller = new AbortController();
  const done = observeResource({
    resource: {
      group: 'apps',
      version: 'v1',
      resource: 'deployments',
      kind: 'Deployment',
    },
    lane: LANE,
    subject: 'Deployments',
    project: projectWorkload,
    ...rest,
    transport,
    context: {
      signal: controller.signal,
      logger: mockServices.logger.mock(),
      sink,
      report,
      now: () => Date.now(),
      ...rest.context,
    },
    timings: {
      batch: 5,
      backOffBase: 5,
      backOffCap: 20,
      settle: 20,
      page: 2_000,
      verify: 2_000,
      ...timings,
    },
  });
  // A rejection is looked at by whoever awaits `done` or `stop`.
  done.catch(() => {});
  const end = async () => {
    controller.abort();
    await done.finally(() => transport.close());
  };
  return {
    collection,
    server,
    transport,
    sink,
    report,
    stored: () => sink.facts('workload').map(fact => fact.name),
    queries: kind =>
      server.requests
        .filter(
          ({ path, query }) =>
            path === collection.path &&
            query.has('watch') === (kind === 'watch'),
        )
        .map(({ query }) => query),
    done,
    end,
    async stop() {
      await end().finally(() => server.stop());
    },
  };
}
