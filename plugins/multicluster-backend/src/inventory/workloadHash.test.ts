import { workloadHash } from './workloadHash';

const cart = {
  controlPlane: 'west',
  group: 'apps',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'cart',
};

describe('workloadHash', () => {
  it('is the same in every replica and release, because links hold it', () => {
    expect(workloadHash(cart)).toBe('JgsjNVwnCoO5dL62QLrXoH');
    expect(workloadHash({ ...cart })).toMatch(/^[\w-]{22}$/);
  });

  it('differs with every part of the identity, also where parts run together', () => {
    const others = [
      { ...cart, controlPlane: 'east' },
      { ...cart, group: '' },
      { ...cart, kind: 'StatefulSet' },
      { ...cart, namespace: 'shopc', name: 'art' },
      { ...cart, name: 'till' },
    ];
    const hashes = [cart, ...others].map(workloadHash);
    expect(new Set(hashes).size).toBe(6);
  });

  it('begins alike within a namespace, so that what is listed together is stored together', () => {
    const till = workloadHash({ ...cart, name: 'till' });
    expect(till.slice(0, 4)).toBe(workloadHash(cart).slice(0, 4));
  });
});
