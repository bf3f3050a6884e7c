import { withImage } from './withImage';
import { withImages } from './withImages';

const shop = { name: 'registry.example/acme/shop', version: 'v2' };

describe('withImage', () => {
  it.each`
    reference                             | images                                | expected
    ${'shop:v1'}                          | ${[shop]}                             | ${'shop:v2'}
    ${'other.example:5000/acme/shop:v1'}  | ${[shop]}                             | ${'other.example:5000/acme/shop:v2'}
    ${'other.example:5000/acme/shop'}     | ${[shop]}                             | ${'other.example:5000/acme/shop:v2'}
    ${`shop:v1@sha256:${'a'.repeat(64)}`} | ${[shop]}                             | ${'shop:v2'}
    ${'shop:v1'}                          | ${[{ ...shop, version: 'sha256:b' }]} | ${'shop@sha256:b'}
    ${'shop-proxy:v1'}                    | ${[shop]}                             | ${'shop-proxy:v1'}
    ${'shop:v1'}                          | ${[shop, { ...shop, version: 'v3' }]} | ${'shop:v1'}
    ${'shop:v1'}                          | ${[]}                                 | ${'shop:v1'}
  `('$reference becomes $expected', ({ reference, images, expected }) => {
    expect(withImage(reference, images)).toBe(expected);
  });
});

describe('withImages', () => {
  it('changes images of the names that are brought, and nothing else', () => {
    const text = [
      'spec:',
      '  containers:',
      '    - image: "acme/shop:v1"',
      '      args: ["image: acme/shop:v1"]',
      '    - name: shop:v1',
      '      image: envoy:v1',
    ].join('\n');
    expect(withImages(text, [shop])).toBe(
      text.replace('"acme/shop:v1"', '"acme/shop:v2"'),
    );
  });
});
