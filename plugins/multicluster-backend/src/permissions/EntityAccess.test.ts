import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  multiclusterFleetReadPermission,
  multiclusterTopologyReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { component } from '../__testUtils__/shopWorld';
import { EntityAccess } from './EntityAccess';

function open() {
  const clock = { now: 0 };
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: jest.fn(async ({ entityRefs }) => ({
      items: entityRefs.map((ref: string) =>
        ref.endsWith('shop') ? component('shop', {}) : undefined,
      ),
    })),
  });
  const permissions = mockServices.permissions.mock({
    authorize: jest.fn(async requests =>
      requests.map(
        (): DefinitivePolicyDecision => ({ result: AuthorizeResult.ALLOW }),
      ),
    ),
  });
  const access = EntityAccess.create({
    catalog,
    permissions,
    now: () => clock.now,
  });
  return { access, catalog, permissions, clock };
}

const alice = mockCredentials.user('user:default/alice');
const bob = mockCredentials.user('user:default/bob');

describe('EntityAccess', () => {
  it('asks once for what one caller asks together, and not again for five seconds', async () => {
    const { access, catalog, permissions, clock } = open();
    const refs = ['component:default/shop', 'component:default/hidden'];
    expect(
      await access.filter(multiclusterTopologyReadPermission, refs, alice),
    ).toEqual(['component:default/shop']);
    await access.granted(multiclusterFleetReadPermission, alice);
    await access.granted(multiclusterFleetReadPermission, alice);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    expect(permissions.authorize).toHaveBeenCalledTimes(2);

    clock.now = 5001;
    await access.visible('component:default/shop', alice);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(2);
  });

  it('never uses the decision of one caller for another, nor that of a service for the user it acts for', async () => {
    const { access, permissions } = open();
    await access.granted(multiclusterFleetReadPermission, alice);
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    expect(await access.granted(multiclusterFleetReadPermission, alice)).toBe(
      true,
    );
    expect(await access.granted(multiclusterFleetReadPermission, bob)).toBe(
      false,
    );
    const acting = mockCredentials.user('user:default/alice', {
      actor: { subject: 'plugin:mcp' },
    });
    expect(await access.granted(multiclusterFleetReadPermission, acting)).toBe(
      false,
    );
  });

  it('asks again after a question that failed', async () => {
    const { access, permissions } = open();
    permissions.authorize.mockRejectedValueOnce(new Error('gone'));
    await expect(
      access.granted(multiclusterFleetReadPermission, alice),
    ).rejects.toThrow('gone');
    expect(await access.granted(multiclusterFleetReadPermission, alice)).toBe(
      true,
    );
  });

  it('asks the catalog of no entity for a caller who may read all of it, for at most five seconds', async () => {
    const { access, catalog, permissions, clock } = open();
    const decide = (result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) =>
      permissions.authorizeConditional.mockResolvedValue([{ result }]);
    const refs = ['component:default/shop', 'component:default/hidden'];
    const ask = (who = alice) => access.filterReadable(refs, who);

    decide(AuthorizeResult.ALLOW);
    expect(await ask()).toEqual(refs);
    expect(await ask()).toEqual(refs);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledWith(
      [
        {
          permission: expect.objectContaining({ name: 'catalog.entity.read' }),
        },
      ],
      { credentials: alice },
    );
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();

    decide(AuthorizeResult.DENY);
    expect(await ask(bob)).toEqual(['component:default/shop']);
    clock.now = 5001;
    expect(await ask()).toEqual(['component:default/shop']);
  });

  it('waits for what was foreseen, and asks it of nobody again', async () => {
    const { access, catalog, permissions } = open();
    const answers: Array<() => void> = [];
    permissions.authorizeConditional.mockImplementation(async () => {
      await new Promise<void>(resolve => answers.push(resolve));
      return [{ result: AuthorizeResult.ALLOW }];
    });
    const refs = ['component:default/shop'];
    access.foresee(alice);
    expect(answers).toHaveLength(1);

    const readable = access.filterReadable(refs, alice);
    answers.forEach(answer => answer());
    expect(await readable).toEqual(refs);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('asks again what was foreseen and could not be answered', async () => {
    const { access, permissions } = open();
    permissions.authorizeConditional.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    permissions.authorizeConditional.mockRejectedValueOnce(new Error('gone'));
    const refs = ['component:default/hidden'];
    access.foresee(alice);
    await new Promise(setImmediate);
    expect(await access.filterReadable(refs, alice)).toEqual(refs);
  });

  it('asks the catalog of each entity for a caller who may read some of it', async () => {
    const { access, permissions } = open();
    permissions.authorizeConditional.mockResolvedValue([
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'IS_ENTITY_OWNER', resourceType: 'catalog-entity' },
      },
    ]);
    expect(
      await access.filterReadable(
        ['component:default/hidden', 'component:default/shop'],
        bob,
      ),
    ).toEqual(['component:default/shop']);
  });
});
