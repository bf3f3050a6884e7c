import { periodOf } from './periodOf';

describe('periodOf', () => {
  it('counts both days', () => {
    expect(periodOf('2026-11-01', '2026-11-30')).toEqual({
      from: '2026-11-01T00:00:00Z',
      to: '2026-12-01T00:00:00Z',
    });
    expect(periodOf('2026-11-22', '2026-11-22')).toEqual({
      from: '2026-11-22T00:00:00Z',
      to: '2026-11-23T00:00:00Z',
    });
  });

  it.each([
    ['the second is before the first', '2026-11-22', '2026-11-21'],
    ['one is empty', '', '2026-11-21'],
    ['one is half typed', '2026-11-22', '2026-1'],
  ])('is none where %s', (_, from, to) => {
    expect(periodOf(from, to)).toBeUndefined();
  });
});
