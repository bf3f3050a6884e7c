import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CallerReader } from './CallerReader';

const USER = 'user:default/ann';

function open(groups: Map<object, string[]>) {
  const clock = { now: 0 };
  const getUserInfo = jest.fn(async (credentials: object) => ({
    userEntityRef: USER,
    ownershipEntityRefs: groups.get(credentials) ?? [],
  }));
  const callers = CallerReader.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'ann' },
          spec: { profile: { email: 'ann@example.com' }, memberOf: [] },
        },
      ],
    }),
    userInfo: mockServices.userInfo.mock({ getUserInfo }),
    now: () => clock.now,
  });
  return { callers, clock, getUserInfo };
}

describe('CallerReader', () => {
  it('says who asks, with the address the catalog knows', async () => {
    const ann = mockCredentials.user(USER);
    const { callers } = open(new Map([[ann, ['group:default/a']]]));
    expect(await callers.read(ann)).toEqual({
      userEntityRef: USER,
      ownershipEntityRefs: ['group:default/a'],
      email: 'ann@example.com',
    });
  });

  it('asks about the newest token after a minute, so that an expired one is never used again and a left group is left', async () => {
    const before = mockCredentials.user(USER);
    const after = mockCredentials.user(USER);
    const { callers, clock, getUserInfo } = open(
      new Map([
        [before, ['group:default/a']],
        [after, []],
      ]),
    );
    await callers.read(before);
    clock.now = 59_999;
    await callers.read(after);
    expect(getUserInfo).toHaveBeenCalledTimes(1);
    clock.now = 60_000;
    expect(await callers.read(after)).toMatchObject({
      ownershipEntityRefs: [],
    });
    expect(getUserInfo).toHaveBeenLastCalledWith(after);
  });
});
