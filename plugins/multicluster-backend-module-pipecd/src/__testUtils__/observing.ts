import { mockServices } from '@backstage/backend-test-utils';
import {
  MemoryRunsSink,
  recordingLaneReporter,
  TestDemand,
  testDemand,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { observe } from '../observe/observe';
import { actAsAnybody } from './actAsAnybody';
import { ProjectClient } from '../ProjectClient';
import { ProjectReader } from '../ProjectReader';
import { SecretText } from '../session/SecretText';
import { SigningKeySessions } from '../session/SigningKeySessions';
import { ControlPlane } from '../wire/ControlPlane';

export const SIGNING_KEY = 'an encryption key of thirty-two bytes and more';
export const API_KEY = 'key-id.and-a-secret-part';

/** A client of a control plane in this process, by web session, API key, or both. */
export function clientOf(
  address: string,
  by: Array<'web' | 'api'> = ['web'],
): { client: ProjectClient; controlPlane: ControlPlane } {
  const controlPlane = ControlPlane.create({ address, tls: { mode: 'plain' } });
  const client = ProjectClient.create({
    controlPlane,
    project: 'demo',
    ...(by.includes('api') && { apiKey: SecretText.ofValue(API_KEY) }),
    ...(by.includes('web') && {
      web: SigningKeySessions.create({
        key: SecretText.ofValue(SIGNING_KEY),
        project: 'demo',
        role: 'Viewer',
        actAs: actAsAnybody,
      }),
    }),
  });
  return { client, controlPlane };
}

/** An observation of a control plane in this process. */
export interface Observing {
  sink: MemoryRunsSink;
  report: ReturnType<typeof recordingLaneReporter>;
  demand: TestDemand;
  stop(): Promise<void>;
}

/** Starts to observe; waits end after 5 ms. */
export function startObserving(
  address: string,
  options: { by?: Array<'web' | 'api'>; sink?: MemoryRunsSink } = {},
): Observing {
  const { by, sink = MemoryRunsSink.create() } = options;
  const { client, controlPlane } = clientOf(address, by);
  const report = recordingLaneReporter();
  const demand = testDemand(5);
  const controller = new AbortController();
  const done = observe(
    {
      signal: controller.signal,
      logger: mockServices.logger.mock(),
      sink,
      report,
      demand,
      now: () => Date.now(),
    },
    {
      reader: ProjectReader.create(client),
      project: { project: 'demo', webUrl: 'https://pipecd.example.org' },
    },
  );
  done.catch(() => {});
  return {
    sink,
    report,
    demand,
    stop: async () => {
      controller.abort();
      await done;
      controlPlane.close();
    },
  };
}
