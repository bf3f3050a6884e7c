import { mockServices } from '@backstage/backend-test-utils';
import {
  MemoryFleetSink,
  recordingLaneReporter,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { Discovery } from '../Discovery';
import { awaitKarmada } from './awaitKarmada';

function discovery(...answers: Array<boolean | Error>): Discovery {
  const read = async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) {
      throw answer;
    }
    return { servesGroup: () => answer };
  };
  return { read } as unknown as Discovery;
}

function setUp() {
  const report = recordingLaneReporter();
  const stop = new AbortController();
  return {
    report,
    stop,
    context: {
      signal: stop.signal,
      report,
      logger: mockServices.logger.mock(),
      sink: MemoryFleetSink.create(),
      now: Date.now,
    },
  };
}

describe('awaitKarmada', () => {
  it('goes on at once with a Karmada, and with a server that does not tell', async () => {
    const { context, report } = setUp();
    await awaitKarmada(context, discovery(true), 1);
    await awaitKarmada(context, discovery(new Error('no')), 1);

    expect(report.lanes.size).toBe(0);
  });

  it('names another server until it becomes one, and then takes it back', async () => {
    const { context, report } = setUp();
    await awaitKarmada(context, discovery(false, false, true), 1);

    const lane = report.lane('resourcebindings');
    expect(lane.problems.map(({ sentence }) => sentence.code)).toEqual([
      'source.hostCluster',
    ]);
    expect(lane.problem).toBeUndefined();
    expect(lane.recoveries).toBe(1);
  });

  it('ends with the observation', async () => {
    const { context, stop, report } = setUp();
    const done = awaitKarmada(context, discovery(false), 60_000);
    setTimeout(() => stop.abort(), 20);
    await done;

    expect(report.lane('clusters').problem?.code).toBe('not-served');
  });
});
