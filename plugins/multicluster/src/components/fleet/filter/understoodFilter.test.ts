import { parseFilter } from '@fairway/backstage-plugin-multicluster-common';
import fc from 'fast-check';
import { understoodFilter } from './understoodFilter';

describe('understoodFilter', () => {
  it.each([
    ['', ''],
    ['  status:degraded   region:eu* ', 'status:degraded region:eu*'],
    ['colour:red checkout', 'status:none'],
    ['!colour:red', 'status:none'],
    ['checkout status: colour:red', 'status:none'],
    ['status: name:"a b"', 'name:"a b"'],
  ])('of %p is %p', (text, expected) => {
    expect(understoodFilter(text)).toBe(expected);
  });

  it('keeps exactly the terms that the whole text has, and no problem', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'status:', ':', '"', '\\', ' ', '!', ','),
        }),
        text => {
          const { terms, problems } = parseFilter(text);
          fc.pre(problems.every(({ code }) => code !== 'unknown-field'));
          const understood = parseFilter(understoodFilter(text));
          expect(understood).toEqual({ terms, problems: [] });
        },
      ),
    );
  });
});
