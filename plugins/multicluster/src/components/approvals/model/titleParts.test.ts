import { titleParts } from './titleParts';

describe('titleParts', () => {
  it.each([
    [
      'checkout v1.8.3 to production',
      'production',
      { what: 'checkout v1.8.3', environment: 'production' },
    ],
    ['road to nowhere', 'production', undefined],
    ['checkout v1.8.3', undefined, undefined],
    [' to production', 'production', undefined],
  ])('takes %s apart', (title, environment, parts) => {
    expect(titleParts({ title, environment })).toEqual(parts);
  });
});
