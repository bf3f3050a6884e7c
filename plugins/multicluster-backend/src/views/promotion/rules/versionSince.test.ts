import { RUN_TIME, scopeTarget } from '../../../__testUtils__/promotionScope';
import { versionSince } from './versionSince';

const targets = [
  scopeTarget({ cluster: 'a', stateSince: RUN_TIME + 1 }),
  scopeTarget({ cluster: 'b', stateSince: RUN_TIME + 2 }),
];
const change = (cluster: string, minutes: number, to = 'v1.0.0') => ({
  placementId: 1,
  cluster,
  at: RUN_TIME + minutes * 60_000,
  to,
});
const label = () => 'v1.0.0';

describe('versionSince', () => {
  it.each([
    [
      'the newest change of its clusters',
      [change('b', 9), change('a', 3)],
      9,
      false,
    ],
    [
      'what was seen where one cluster has no change',
      [change('a', 3)],
      3,
      false,
    ],
  ])('is %s', (_, changes, minutes, atLeast) => {
    expect(versionSince(targets, changes, label)).toEqual({
      since: RUN_TIME + minutes * 60_000,
      atLeast,
    });
  });

  it.each([
    ['there is no change', []],
    ['changes are of another version', [change('a', 3, 'v0.9.0')]],
    [
      'changes are of another placement',
      [{ ...change('a', 3), placementId: 2 }],
    ],
  ])('is at least since they were seen so where %s', (_, changes) => {
    expect(versionSince(targets, changes, label)).toEqual({
      since: RUN_TIME + 2,
      atLeast: true,
    });
  });

  it('is not known of an environment without clusters', () => {
    expect(versionSince([], [], label)).toBeUndefined();
  });
});
