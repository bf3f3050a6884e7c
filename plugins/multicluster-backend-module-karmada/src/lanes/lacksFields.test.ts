import { lacksFields } from './lacksFields';

const manifest = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: 'web',
    labels: { app: 'web', 'karmada.io/managed': 'true' },
    creationTimestamp: null,
  },
  spec: { ports: [{ port: 80, targetPort: 8080 }], selector: { app: 'web' } },
};
const served = {
  ...manifest,
  metadata: { name: 'web', uid: 'u1', labels: { app: 'web', other: 'x' } },
  spec: {
    clusterIP: '10.0.0.1',
    ports: [{ port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30000 }],
    selector: { app: 'web' },
  },
  status: { loadBalancer: {} },
};

describe('lacksFields', () => {
  it('takes what a member added for its own business', () => {
    expect(lacksFields(manifest, served)).toBe(false);
  });

  it.each([
    [
      'another value',
      { ...served, spec: { ...served.spec, selector: { app: 'other' } } },
    ],
    [
      'a list that is longer',
      {
        ...served,
        spec: {
          ...served.spec,
          ports: [...served.spec.ports, { port: 81, targetPort: 1 }],
        },
      },
    ],
    ['a label that is gone', { ...served, metadata: { name: 'web' } }],
    ['nothing at all', {}],
  ])('sees %s', (_, object) => {
    expect(lacksFields(manifest, object)).toBe(true);
  });

  it('does not look for a status: nobody sends one', () => {
    expect(lacksFields({ ...manifest, status: { a: 1 } }, served)).toBe(false);
  });

  it('takes an empty list for none', () => {
    expect(lacksFields({ spec: { items: [] } }, { spec: {} })).toBe(false);
    expect(lacksFields({ spec: { items: [] } }, { spec: { items: [1] } })).toBe(
      true,
    );
  });
});
