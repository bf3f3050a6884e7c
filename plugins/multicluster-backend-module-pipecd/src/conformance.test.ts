import { ConfigReader } from '@backstage/config';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import {
  describeRunsSource,
  RunsHarness,
  RunsSource,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { actAsAnybody } from './__testUtils__/actAsAnybody';
import { HOOK_SECRET, pipecdWorld } from './__testUtils__/pipecdWorld';
import { SimulatedPipecd } from './__testUtils__/SimulatedPipecd';
import { NAMES } from './__testUtils__/worldGates';
import { registerSources } from './registerSources';

/** More than the two seconds within which an observation ends: one that waits for its call instead is found. */
const DEADLINE_MS = 3_000;

const caller = (name: string, namespace = 'default') => ({
  userEntityRef: `user:${namespace}/${name}`,
  ownershipEntityRefs: [`user:${namespace}/${name}`],
});

function createSource(controlPlane: object): RunsSource {
  const added: DeliverySource[] = [];
  const controlPlanes = [controlPlane] as never;
  registerSources(
    new ConfigReader({ multicluster: { pipecd: { controlPlanes } } }),
    {
      addSource: source => added.push(source),
      addBrokenSource: ({ configKey, reason }) => {
        throw new Error(`${configKey}: ${reason}`);
      },
    },
    { actAs: actAsAnybody, deadlineMs: DEADLINE_MS },
  );
  return added[0] as RunsSource;
}

async function createHarness(): Promise<RunsHarness> {
  const simulated = await SimulatedPipecd.start();
  const key = 'an-encryption-key-of-32-letters!';
  simulated.pipecd.world.signingKey.write(key);
  const person = (name: string) => ({ caller: caller(name), nativeId: name });
  return {
    createSource: async () =>
      createSource({
        address: simulated.api.address,
        webAddress: simulated.web.address,
        url: 'https://pipecd.example.org',
        tls: { mode: 'plain' },
        projects: [
          {
            name: 'demo-project',
            project: 'demo',
            web: { mode: 'signing-key', key },
            hook: { secret: HOOK_SECRET },
          },
        ],
      }),
    world: pipecdWorld(simulated),
    people: {
      approver: person(NAMES.approver),
      other: person(NAMES.other),
      unmapped: caller(NAMES.approver, 'partners'),
    },
    secrets: [key, HOOK_SECRET],
    // Each wait stands for as long as was asked for: how often it looks is held by observe.test.ts.
    pollMs: 5,
    close: () => simulated.close(),
  };
}

describeRunsSource(
  'PipeCD, embedded',
  { describe, it, beforeAll, afterAll },
  { cannot: {}, createHarness },
);
