import { startSimulator } from '../../startSimulator';
import { request } from '../__tests__/request';

jest.setTimeout(60_000);

describe('the OpenAPI document', () => {
  it('tells what policies may say, as one of Karmada 1.18 does', async () => {
    const simulator = await startSimulator({ world: 'empty' });
    try {
      const { body } = await request(
        simulator,
        '/openapi/v3/apis/policy.karmada.io/v1alpha1',
        { token: 'simulator-reader' },
      );
      const schema =
        body.components.schemas['io.karmada.policy.v1alpha1.PropagationPolicy'];
      const { suspension, failover } = schema.properties.spec.properties;
      expect(Object.keys(suspension.properties)).toEqual([
        'dispatching',
        'dispatchingOnClusters',
      ]);
      expect(failover.properties.cluster).toBeDefined();
    } finally {
      await simulator.close();
    }
  });
});
