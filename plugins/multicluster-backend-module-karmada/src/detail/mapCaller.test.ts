import { mapCaller } from './mapCaller';

const caller = {
  userEntityRef: 'user:default/tom',
  ownershipEntityRefs: [
    'user:default/tom',
    'group:default/team-a',
    'group:other/team-b',
  ],
  email: 'tom@example.org',
};
const settings = { mode: 'impersonate' as const, user: '{name}' };

describe('mapCaller', () => {
  it.each([
    ['{name}', 'tom'],
    ['oidc:{email}', 'oidc:tom@example.org'],
    ['{namespace}:{name}', 'default:tom'],
    ['{ref}', 'user:default/tom'],
  ])('maps a person by %s to %s', (user, expected) => {
    expect(mapCaller(caller, { ...settings, user })).toEqual({
      user: expected,
      groups: [],
    });
  });

  it('maps the groups that own in their name, and no users among them', () => {
    const groups = mapCaller(caller, {
      ...settings,
      groups: '{namespace}:{name}',
    })?.groups;

    expect(groups).toEqual(['default:team-a', 'other:team-b']);
  });

  it('refuses a person without a value instead of taking them for somebody else', () => {
    const { email: _, ...nameless } = caller;

    expect(() =>
      mapCaller(nameless, { ...settings, user: 'oidc:{email}' }),
    ).toThrow('your user has no e-mail address');
    expect(() =>
      mapCaller({ ...caller, userEntityRef: 'nonsense' }, settings),
    ).toThrow('You have no name in the clusters');
  });

  it('maps nobody where the portal reads as itself', () => {
    expect(mapCaller(caller, { ...settings, mode: 'service' })).toBeUndefined();
  });

  it('takes special characters of a value as they are', () => {
    expect(
      mapCaller(
        { ...caller, email: '$&{name}@x' },
        { ...settings, user: '{email}' },
      )?.user,
    ).toBe('$&{name}@x');
  });
});
