import fc from 'fast-check';
import { toJson } from './toJson';

describe('toJson', () => {
  it('is JSON as it is for whatever both engines can store', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), strings => {
        const storable = strings.map(one => one.replaceAll('\0', ''));
        expect(toJson(storable)).toBe(JSON.stringify(storable));
      }),
    );
  });

  it.each([
    ['a\u0000b', 'ab'],
    ['\ud800', '\ufffd'],
    ['x\udc00y', 'x\ufffdy'],
    ['\ud83d\ude80', '\ud83d\ude80'],
    ['\\u0000', '\\u0000'],
    ['\\ud800', '\\ud800'],
  ])('turns %j into %j', (text, stored) => {
    expect(JSON.parse(toJson({ deep: [text] }))).toEqual({ deep: [stored] });
  });
});
