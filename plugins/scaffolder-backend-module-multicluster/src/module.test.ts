import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderModuleMulticluster } from './module';

describe('scaffolderModuleMulticluster', () => {
  it('adds its actions to the scaffolder', async () => {
    const addActions = jest.fn();
    await startTestBackend({
      extensionPoints: [[scaffolderActionsExtensionPoint, { addActions }]],
      features: [
        scaffolderModuleMulticluster,
        mockServices.discovery.factory(),
      ],
    });
    expect(
      addActions.mock.calls[0].map(({ id }: { id: string }) => id),
    ).toEqual([
      'multicluster:propagation-policy:write',
      'multicluster:placement:wait',
    ]);
  });
});
