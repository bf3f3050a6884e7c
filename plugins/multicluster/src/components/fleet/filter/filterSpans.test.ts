import fc from 'fast-check';
import { filterSpans } from './filterSpans';

const brief = (text: string) =>
  filterSpans(text).map(
    span => `${span.wrong ? 'wrong ' : ''}${span.kind} ${span.text}`,
  );

describe('filterSpans', () => {
  it.each([
    [
      'status:degraded region:eu*',
      ['key status:', 'value degraded', 'blank  ', 'key region:', 'value eu*'],
    ],
    ['!cluster:edge-?', ['not !', 'key cluster:', 'value edge-?']],
    [
      'owner:"team a" x',
      ['key owner:', 'value "team a"', 'blank  ', 'value x'],
    ],
    ['"a:b"', ['value "a:b"']],
    ['colour:red', ['wrong key colour:', 'wrong value red']],
    ['status:', ['wrong key status:']],
    ['name:"open end', ['wrong key name:', 'wrong value "open end']],
  ])('colours %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('never loses or adds a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ':', '"', '\\', ' ', '!') }),
        text => {
          const spans = filterSpans(text);
          expect(spans.map(span => span.text).join('')).toBe(text);
          spans.forEach(span =>
            expect(text.startsWith(span.text, span.start)).toBe(true),
          );
        },
      ),
    );
  });
});
