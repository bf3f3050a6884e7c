import { ConfigReader } from '@backstage/config';
import { describeRunsSource } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { FakeSampleTool } from './__testUtils__/FakeSampleTool';
import { cannot, fakeWorld } from './__testUtils__/fakeWorld';
import { SampleToolSource } from './SampleToolSource';

const framework = { describe, it, beforeAll, afterAll };

const person = (name: string) => ({
  caller: { userEntityRef: `user:default/${name}`, ownershipEntityRefs: [] },
  nativeId: name,
});

describeRunsSource('Sample tool', framework, {
  cannot,
  async createHarness() {
    const token = 'a-token-that-nobody-may-see';
    const tool = new FakeSampleTool(token);
    const url = await tool.listen();
    return {
      world: fakeWorld(tool),
      people: {
        approver: person('alice'),
        other: person('bob'),
        unmapped: person('mallory').caller,
      },
      secrets: [token],
      createSource: async () =>
        SampleToolSource.fromConfig(
          new ConfigReader({ name: 'sample-tool', url, token }),
          'multicluster.sampleTool.instances[0]',
        ) as SampleToolSource,
      close: () => tool.close(),
    };
  },
});
