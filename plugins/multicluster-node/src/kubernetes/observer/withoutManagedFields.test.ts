import fc from 'fast-check';
import { withoutManagedFields } from './withoutManagedFields';

describe('withoutManagedFields', () => {
  it('gives the same object, whatever it holds, with nothing in its managed fields', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.jsonValue(),
        fc.dictionary(fc.string(), fc.string()),
        (managedFields, spec, labels) => {
          const object = (fields: unknown[]) => ({
            metadata: { labels, managedFields: fields, name: 'cart' },
            spec,
          });
          const cut = withoutManagedFields(
            JSON.stringify(object(managedFields)),
          );
          expect(JSON.parse(cut)).toEqual(
            JSON.parse(JSON.stringify(object([]))),
          );
        },
      ),
    );
  });

  it.each([
    ['no managed fields', { metadata: { name: 'cart' } }],
    ['a text that speaks of them', { note: '{"managedFields":[1]}' }],
    ['a text that ends like a key', { note: 'x,"managedFields":[1],"' }],
    ['a list called so at its very end', { a: 1, managedFields: [] }],
  ])('leaves %s as it is', (_, object) => {
    const json = JSON.stringify(object);
    expect(withoutManagedFields(json)).toBe(json);
  });

  it.each([
    '{"managedFields":[',
    '{"managedFields":["',
    '{"managedFields":["\\',
    '{"managedFields":[[]',
    '{"managedFields":[]]',
    '"managedFields":[1]',
    '',
  ])('makes no JSON of %j, which is none', json => {
    expect(() => JSON.parse(withoutManagedFields(json))).toThrow();
  });

  it.each(['brackets ]] and \\" quotes', '\\\\', '\u0000\ud800'])(
    'is not misled by %j within them',
    text => {
      const json = JSON.stringify({
        managedFields: [{ [text]: [text] }],
        name: text,
      });
      expect(JSON.parse(withoutManagedFields(json))).toEqual(
        JSON.parse(JSON.stringify({ managedFields: [], name: text })),
      );
    },
  );
});
