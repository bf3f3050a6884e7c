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
const REFUSED = expect.stringMatching(/^NotAllowedError: .*partners/);
const settings = {
  mode: 'impersonate' as const,
  user: '{name}',
  namespace: 'default',
};

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
    ).toThrow('You have no name in the clusters');
    expect(() =>
      mapCaller({ ...caller, userEntityRef: 'nonsense' }, settings),
    ).toThrow('You have no name in the clusters');
  });

  it.each(['admin', 'two words@example.org', 'a@b@c', ''])(
    'does not take %j for an address',
    email => {
      expect(() =>
        mapCaller({ ...caller, email }, { ...settings, user: '{email}' }),
      ).toThrow('You have no name in the clusters');
    },
  );

  it.each([
    ['{name}', 'default', REFUSED],
    ['corp:{name}', 'default', REFUSED],
    ['{name}', 'partners', 'jane'],
    ['{namespace}:{name}', 'default', 'partners:jane'],
    ['{ref}', 'default', 'user:partners/jane'],
  ])(
    'calls jane of another namespace by %s, with bare names for %s, %s',
    (user, namespace, expected) => {
      const jane = { ...caller, userEntityRef: 'user:partners/jane' };
      const map = () => {
        try {
          return mapCaller(jane, { ...settings, user, namespace })?.user;
        } catch (error) {
          return String(error);
        }
      };
      expect(map()).toEqual(expected);
    },
  );

  it('leaves out groups of another namespace whose name could be that of somebody else', () => {
    expect(
      mapCaller(caller, { ...settings, groups: '{name}' })?.groups,
    ).toEqual(['team-a']);
    expect(
      mapCaller(
        { ...caller, userEntityRef: 'user:other/tom' },
        { ...settings, groups: '{name}', namespace: 'other' },
      )?.groups,
    ).toEqual(['team-b']);
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
