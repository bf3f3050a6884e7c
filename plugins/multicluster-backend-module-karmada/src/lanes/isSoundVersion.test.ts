import { isSoundVersion } from './isSoundVersion';

describe('isSoundVersion', () => {
  it.each([
    ['1.10.9', false],
    ['1.11.12', false],
    ['1.12.7', false],
    ['1.12.8', true],
    ['v1.13.4', false],
    ['v1.13.5', true],
    ['1.14', false],
    ['1.14.1', false],
    ['1.14.2', true],
    ['1.15.0', true],
    ['1.19.0-rc.0', true],
    ['2.0', true],
    ['newest', false],
    ['', false],
  ])('%s: %s', (version, sound) => {
    expect(isSoundVersion(version)).toBe(sound);
  });
});
