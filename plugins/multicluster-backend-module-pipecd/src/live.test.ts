import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import {
  MemoryRunsSink,
  recordingLaneReporter,
  RunsSource,
  RunTracker,
  testDemand,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { registerSources } from './registerSources';

const {
  PIPECD_ADDRESS: address,
  PIPECD_WEB_ADDRESS: webAddress,
  PIPECD_TLS: tls = 'system',
  PIPECD_PROJECT: project,
  PIPECD_API_KEY_FILE: apiKeyFile,
  PIPECD_SIGNING_KEY_FILE: keyFile,
} = process.env;
const TIMEOUT_MS = 60_000;

function configured(): RunsSource {
  const added: DeliverySource[] = [];
  const controlPlane = {
    address,
    ...(webAddress && { webAddress }),
    url: 'https://pipecd.example.org',
    tls: ['system', 'plain'].includes(tls) ? { mode: tls } : { caFile: tls },
    projects: [
      {
        name: 'live',
        project,
        ...(apiKeyFile && { apiKeyFile }),
        ...(keyFile && { web: { mode: 'signing-key', keyFile } }),
      },
    ],
  };
  registerSources(
    new ConfigReader({
      multicluster: { pipecd: { controlPlanes: [controlPlane as never] } },
    }),
    {
      addSource: source => added.push(source),
      addBrokenSource: ({ configKey, reason }) => {
        throw new Error(`${configKey}: ${reason}`);
      },
    },
  );
  return added[0] as RunsSource;
}

/** Observes until the first lists are stored, or a lane has a problem, and then for a few rounds more. */
async function observed(source: RunsSource) {
  const sink = MemoryRunsSink.create();
  const report = recordingLaneReporter();
  const stop = new AbortController();
  const done = source.runs.observe({
    signal: stop.signal,
    logger: mockServices.logger.mock(),
    sink,
    report,
    demand: testDemand(1_000),
    now: () => Date.now(),
  });
  await sink.until(
    () =>
      [...report.lanes.values()].some(({ problem }) => problem) ||
      (sink.storedCheckpoint('deployments') !== undefined &&
        sink.completedSweeps('applications') > 0),
    TIMEOUT_MS,
  );
  await new Promise(resolve => setTimeout(resolve, 5_000));
  stop.abort();
  await done;
  return { sink, report };
}

const reading = {
  caller: { userEntityRef: 'user:default/nobody', ownershipEntityRefs: [] },
  deadlineMs: 10_000,
};

(address ? describe : describe.skip)(
  `a real PipeCD at ${address ?? '(PIPECD_ADDRESS is not set)'}`,
  () => {
    it(
      'is observed without a problem, every run derives, and a log and a live state can be read',
      async () => {
        const source = configured();
        const { sink, report } = await observed(source);
        const problems = [...report.lanes].flatMap(([lane, { problem }]) =>
          problem ? [`${lane}: ${problem.sentence.text}`] : [],
        );
        expect(problems).toEqual([]);
        expect(sink.facts('pipeline').length).toBeGreaterThan(0);

        const tracker = RunTracker.create(source, sink);
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const runs = sink.facts('run');
        const derived = runs.map(run => ({
          run,
          stages: tracker.derive(run.key)!.stages,
        }));
        const read = derived.find(({ stages }) => stages.length > 0);
        const pages = read
          ? [
              await source.runs.log({
                ...reading,
                signal,
                run: read.run,
                stageId: read.stages[0].id,
              }),
            ]
          : [];
        expect(pages.every(({ lines }) => Array.isArray(lines))).toBe(true);

        const [pipeline] = sink.facts('pipeline');
        const live = await source.runs.live?.({ ...reading, signal, pipeline });
        expect(Array.isArray(live?.targets ?? [])).toBe(true);
      },
      TIMEOUT_MS * 3,
    );
  },
);
