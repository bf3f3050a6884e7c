import { stateSince } from './stateSince';

const now = 1_000;
const seen = { now, quiet: false };
const found = { now, quiet: true };
const stored = { state: 'healthy', state_since: 400 };

describe('stateSince', () => {
  it.each([
    ['a change that was seen', undefined, undefined, seen, { at: 1_000 }],
    [
      'what was found like that',
      undefined,
      undefined,
      found,
      { at: 1_000, firstSeen: true },
    ],
    ['what stays as it is', stored, undefined, seen, { at: 400 }],
    [
      'what stays as it was found',
      { ...stored, firstSeen: true as const },
      undefined,
      seen,
      { at: 400, firstSeen: true },
    ],
    [
      'another state than stored',
      { ...stored, state: 'unhealthy', firstSeen: true as const },
      undefined,
      seen,
      { at: 1_000 },
    ],
    [
      'another state, found when nobody had looked',
      { ...stored, state: 'unhealthy' },
      undefined,
      found,
      { at: 1_000, firstSeen: true },
    ],
    ['what the system tells', undefined, 70, found, { at: 70 }],
    [
      'what the system tells only later',
      { ...stored, firstSeen: true as const },
      70,
      seen,
      { at: 70 },
    ],
    ['what a fast clock tells', stored, 1_001, seen, { at: 400 }],
  ])('of %s', (_, before, known, options, expected) => {
    expect(stateSince('healthy', before, known, options)).toEqual(expected);
  });
});
