import { Entity } from '@backstage/catalog-model';
import { systemScope } from './systemScope';

const system = (parts: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'shop' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/shop' },
    ...parts.map(targetRef => ({ type: 'hasPart', targetRef })),
  ],
});

describe('systemScope', () => {
  it('looks at the components and resources of a system, and at what names the system itself', () => {
    expect(
      systemScope(
        system([
          'component:default/checkout',
          'resource:default/db',
          'api:default/orders',
          'component:default/checkout',
        ]),
      ),
    ).toEqual({
      entityRefs: [
        'system:default/shop',
        'component:default/checkout',
        'resource:default/db',
      ],
      left: 0,
    });
  });

  it('says how many parts are more than one request may name', () => {
    const parts = Array.from(
      { length: 230 },
      (_, index) => `component:default/part-${index}`,
    );
    const scope = systemScope(system(parts));
    expect(scope.entityRefs).toHaveLength(200);
    expect(scope.left).toBe(31);
  });
});
