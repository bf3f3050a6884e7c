import fc from 'fast-check';
import { globToRegExp } from './globToRegExp';

/** The textbook matcher, for comparison. */
function matches(glob: string, text: string): boolean {
  if (glob === '') {
    return text === '';
  }
  if (glob[0] === '*') {
    return (
      matches(glob.slice(1), text) ||
      (text !== '' && matches(glob, text.slice(1)))
    );
  }
  return (
    text !== '' &&
    (glob[0] === '?' || glob[0] === text[0]) &&
    matches(glob.slice(1), text.slice(1))
  );
}

describe('globToRegExp', () => {
  it.each([
    ['eu-*', 'eu-west', true],
    ['eu-*', 'us-eu-west', false],
    ['*-west', 'EU-West', true],
    ['a*b*b', 'ab', false],
    ['a*b*b', 'axbxb', true],
    ['m?mber', 'member', true],
    ['v1.2', 'v1x2', false],
    ['(a|b)+$', '(a|b)+$', true],
    ['*', '', true],
  ])('lets %s match %s: %s', (glob, text, expected) => {
    expect(globToRegExp(glob).test(text)).toBe(expected);
  });

  it('matches as stars and question marks do in file names', () => {
    const letters = { unit: fc.constantFrom('a', 'b', '*', '?') };
    fc.assert(
      fc.property(
        fc.string({ ...letters, maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }),
        (glob, text) => {
          expect(globToRegExp(glob).test(text)).toBe(matches(glob, text));
        },
      ),
    );
  });

  it('answers at once whatever the pattern, because whoever filters a list writes it', () => {
    const pattern = globToRegExp(`${'*a'.repeat(500)}*b`);
    const begun = performance.now();
    expect(pattern.test('a'.repeat(5000))).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
