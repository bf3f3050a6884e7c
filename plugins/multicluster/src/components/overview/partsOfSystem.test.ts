import { partsOfSystem } from './partsOfSystem';

describe('partsOfSystem', () => {
  it('looks at the components and resources of a system, and at what names the system itself', () => {
    const parts = [
      'component:default/checkout',
      'resource:default/db',
      'api:default/orders',
      'component:default/checkout',
    ];
    expect(
      partsOfSystem({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: 'shop' },
        relations: [
          { type: 'ownedBy', targetRef: 'group:default/shop' },
          ...parts.map(targetRef => ({ type: 'hasPart', targetRef })),
        ],
      }),
    ).toEqual([
      'system:default/shop',
      'component:default/checkout',
      'resource:default/db',
    ]);
  });
});
