import { isUnread } from './isUnread';

describe('isUnread', () => {
  it.each([
    [0, 0, false],
    [4, 4, false],
    [0, 4, true],
    [2, 4, false],
    [0, null, true],
    [2, null, true],
  ])('of %s seen of %s is %s', (seen, total, unread) => {
    expect(isUnread({ seen, total, stale: 0, problems: [] })).toBe(unread);
  });
});
