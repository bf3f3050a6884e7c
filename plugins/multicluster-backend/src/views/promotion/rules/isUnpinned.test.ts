import { isUnpinned } from './isUnpinned';

const DIGEST = `sha256:${'ab'.repeat(32)}`;

describe('isUnpinned', () => {
  it.each([
    ['latest', true],
    ['main', true],
    ['Stable', true],
    ['1.4.0-SNAPSHOT', true],
    ['SNAPSHOT-12', true],
    ['feature-login2', true],
    ['pr-12', true],
    ['v1.4.0', false],
    ['2026-11-21', false],
    ['3f2a91c', false],
    ['release-1.2.3', false],
    ['primary2', false],
  ])('of the tag %s is %s', (version, expected) => {
    expect(isUnpinned({ image: `registry/app:${version}`, version })).toBe(
      expected,
    );
  });

  it('is false for a moving tag with a digest behind it', () => {
    const image = `registry/app:latest@${DIGEST}`;
    expect(isUnpinned({ image, version: 'latest' })).toBe(false);
  });
});
