import { scopeRun } from '../../../__testUtils__/promotionScope';
import { isAhead } from './isAhead';

const brought = (sha: string, committed: string | undefined, ran: string) => ({
  brought: scopeRun({
    run: {
      commit: { sha, ...(committed && { createdAt: committed }) },
      createdAt: ran,
    },
  }),
});
const [early, late, later] = ['10', '11', '12'].map(
  hour => `2026-11-20T${hour}:00:00Z`,
);

describe('An environment', () => {
  it.each([
    ['a fix that skipped the one before it', brought('b', late, later), true],
    ['an older change', brought('b', early, early), false],
    [
      'an older commit that was delivered again',
      brought('b', early, later),
      false,
    ],
    ['a commit whose time nobody knows', brought('b', undefined, later), false],
    ['the same commit', brought('a', late, later), false],
    ['what no known run brought', {}, false],
  ])('with %s', (_, to, expected) => {
    expect(isAhead(to, brought('a', '2026-11-20T10:30:00Z', late))).toBe(
      expected,
    );
  });
});
