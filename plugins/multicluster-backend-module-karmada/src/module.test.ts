import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  DeliverySource,
  multiclusterSourcesExtensionPoint,
} from '@fairway/backstage-plugin-multicluster-node';
import karmada from './index';

describe('multiclusterModuleKarmada', () => {
  it('starts without waiting for any control plane, and names one that cannot be used', async () => {
    const sources: DeliverySource[] = [];
    const broken: string[] = [];
    const data = {
      multicluster: {
        karmada: {
          controlPlanes: [
            { name: 'away', url: 'https://127.0.0.1:1', token: 'x' },
            { name: 'wrong' },
          ],
        },
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
      features: [karmada, mockServices.rootConfig.factory({ data })],
    });

    expect(sources.map(({ id }) => id)).toEqual(['away']);
    expect(broken).toEqual(['multicluster.karmada.controlPlanes[1]']);
  });
});
