import { mapPerson } from './mapPerson';

const jane = {
  userEntityRef: 'user:default/jane',
  ownershipEntityRefs: [],
  email: 'jane@example.org',
};

describe('mapPerson', () => {
  it.each([
    ['{name}', 'jane'],
    ['{email}', 'jane@example.org'],
    ['{namespace}/{name}', 'default/jane'],
  ])('fills %s', (user, expected) => {
    expect(mapPerson(jane, { user, namespace: 'default' })).toBe(expected);
  });

  it('refuses who is of another namespace when the name alone would not tell them apart', () => {
    const other = { ...jane, userEntityRef: 'user:partners/jane' };

    expect(() =>
      mapPerson(other, { user: '{name}', namespace: 'default' }),
    ).toThrow(expect.objectContaining({ name: 'NotAllowedError' }));
    expect(mapPerson(other, { user: '{ref}', namespace: 'default' })).toBe(
      'user:partners/jane',
    );
  });

  it('refuses who has no value for a placeholder', () => {
    expect(() =>
      mapPerson(
        { ...jane, email: undefined },
        { user: '{email}', namespace: 'default' },
      ),
    ).toThrow('You have no name');
  });
});
