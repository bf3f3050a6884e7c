import { imageNames } from './imageNames';

describe('imageNames', () => {
  it.each([
    ['nginx', 'nginx'],
    ['nginx:1.27', 'nginx'],
    ['ghcr.io/acme/shop:v1', 'shop'],
    ['registry.example:5000/acme/shop', 'shop'],
    ['localhost/shop:v2', 'shop'],
    [`acme/shop:v1@sha256:${'0'.repeat(64)}`, 'shop'],
  ])('calls %s %s', (reference, expected) => {
    expect(imageNames([reference]).get(reference)).toBe(expected);
  });

  it('tells repositories apart that end alike, and takes mirrors for one', () => {
    const names = imageNames([
      'ghcr.io/acme/proxy:v1',
      'mirror.example/acme/proxy:v1',
      'docker.io/other/proxy:v2',
      'acme/shop:v1',
    ]);
    expect([...names.values()]).toEqual([
      'acme/proxy',
      'acme/proxy',
      'other/proxy',
      'shop',
    ]);
  });
});
