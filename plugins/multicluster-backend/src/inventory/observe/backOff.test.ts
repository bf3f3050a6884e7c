import { backOff } from './backOff';

describe('backOff', () => {
  it.each([
    [1, 0, 500],
    [1, 1, 1000],
    [3, 1, 4000],
    [7, 1, 60_000],
    [1000, 1, 60_000],
  ])(
    'waits, after %d failures with the dice at %d, %d ms',
    (failures, random, ms) => {
      expect(backOff(failures, random)).toBe(ms);
    },
  );
});
