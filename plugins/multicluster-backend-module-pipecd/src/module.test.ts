import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  DeliverySource,
  multiclusterSourcesExtensionPoint,
} from '@fairway/backstage-plugin-multicluster-node';
import pipecd from './index';

describe('multiclusterModulePipecd', () => {
  it('starts without waiting for any control plane, and names a project that cannot be used', async () => {
    const sources: DeliverySource[] = [];
    const broken: string[] = [];
    const projects = [
      { name: 'away', project: 'demo', apiKey: 'a.b' },
      { name: 'wrong', project: 'demo' },
    ];
    const data = {
      multicluster: {
        pipecd: { controlPlanes: [{ address: '127.0.0.1:1', projects }] },
      },
    };
    await startTestBackend({
      extensionPoints: [
        [
          multiclusterSourcesExtensionPoint,
          {
            addSource: source => sources.push(source),
            addBrokenSource: ({ configKey }) => broken.push(configKey),
          },
        ],
      ],
      features: [pipecd, mockServices.rootConfig.factory({ data })],
    });

    expect(sources.map(({ id }) => id)).toEqual(['away']);
    expect(broken).toEqual([
      'multicluster.pipecd.controlPlanes[0].projects[1]',
    ]);
  });
});
