import { parseFilter } from '@fairway/backstage-plugin-multicluster-common';
import fc from 'fast-check';
import { withFilterTerm } from './withFilterTerm';

describe('withFilterTerm', () => {
  it.each([
    ['', 'region', 'eu-west', 'region:eu-west'],
    ['status:degraded', 'region', 'eu', 'status:degraded region:eu'],
    ['region:us  x !region:eu', 'region', 'ap', 'x region:ap'],
    ['region:us x', 'region', undefined, 'x'],
    ['a', 'region', 'far east', 'a region:"far east"'],
  ])('of %p with %s %p is %p', (text, key, value, expected) => {
    expect(withFilterTerm(text, key, value)).toBe(expected);
  });

  it('writes any value so that it is read back as exactly itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), value => {
        const { terms, problems } = parseFilter(
          withFilterTerm('', 'name', value),
        );
        expect(problems).toEqual([]);
        expect(terms).toMatchObject([
          { field: 'name', negated: false, values: [{ text: value }] },
        ]);
      }),
    );
  });
});
