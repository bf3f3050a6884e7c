import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogDirectory } from './CatalogDirectory';

function entity(
  kind: string,
  name: string,
  more: {
    relations?: Array<[string, string]>;
    spec?: Entity['spec'];
    from?: string;
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location':
          more.from ?? 'url:https://org/a.yaml',
      },
    },
    spec: more.spec ?? {},
    relations: (more.relations ?? []).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

const memberOf = (group: string): [string, string] => [
  'memberOf',
  `group:default/${group}`,
];
const childOf = (group: string): [string, string] => [
  'childOf',
  `group:default/${group}`,
];

function directory(entities: Entity[], groupLocations?: string[]) {
  return CatalogDirectory.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    groupLocations,
  });
}

const ANN = 'user:default/ann';

describe('CatalogDirectory', () => {
  it('reads the groups of a user with those above them, the owners of entities, and the address', async () => {
    const facts = await directory([
      entity('User', 'ann', {
        relations: [memberOf('cart')],
        spec: { profile: { email: 'ann@example.com' } },
      }),
      entity('Group', 'cart', { relations: [childOf('shop')] }),
      entity('Group', 'shop', { relations: [childOf('all')] }),
      entity('Group', 'all'),
      entity('Component', 'web', {
        relations: [['ownedBy', 'group:default/shop']],
      }),
    ]).read({ users: [ANN], entityRefs: ['component:default/web'] });

    expect(facts.person(ANN)).toEqual({
      ref: ANN,
      exists: true,
      email: 'ann@example.com',
      groups: ['group:default/all', 'group:default/cart', 'group:default/shop'],
    });
    expect(facts.owners).toEqual(['group:default/shop']);
  });

  it('tells who is not in the catalog from whom it was not asked of', async () => {
    const facts = await directory([]).read({ users: [ANN], entityRefs: [] });
    expect(facts.person(ANN)).toEqual({ ref: ANN, exists: false, groups: [] });
    expect(facts.person('user:default/bob')).toBeUndefined();
  });

  it('is not held up by groups that are above each other', async () => {
    const facts = await directory([
      entity('User', 'ann', { relations: [memberOf('a')] }),
      entity('Group', 'a', { relations: [childOf('b')] }),
      entity('Group', 'b', { relations: [childOf('a')] }),
    ]).read({ users: [ANN], entityRefs: [] });
    expect(facts.groupsOf(ANN)).toEqual(['group:default/a', 'group:default/b']);
  });

  it('counts only groups from the places that the platform lists', async () => {
    const entities = [
      entity('User', 'ann', { relations: [memberOf('sre'), memberOf('own')] }),
      entity('Group', 'sre'),
      entity('Group', 'own', { from: 'url:https://team/groups.yaml' }),
    ];
    const facts = await directory(entities, ['https://org/*']).read({
      users: [ANN],
      entityRefs: [],
    });
    expect(facts.groupsOf(ANN)).toEqual(['group:default/sre']);
  });

  it.each([
    'https://org/team/../../mallory/evil/groups.yaml',
    'https://org/team/%2e%2e/%2E%2E/mallory/evil/groups.yaml',
    'https://org/team/%252e%252e/mallory/evil/groups.yaml',
    'https://org/team/..%2f..%2fmallory/evil/groups.yaml',
    'https://org/team/..\\..\\mallory\\evil\\groups.yaml',
    'https://org/team/.\t./mallory/evil/groups.yaml',
    'https://org/team/blob/..?path=/groups.yaml',
  ])('counts no group from %j, which is read from elsewhere', async from => {
    const entities = [
      entity('User', 'ann', { relations: [memberOf('sre')] }),
      entity('Group', 'sre', { from: `url:${from}` }),
    ];
    const read = (places: string[]) =>
      directory(entities, places).read({ users: [ANN], entityRefs: [] });
    expect((await read(['https://org/*'])).groupsOf(ANN)).toEqual([]);
  });

  it('counts groups from an address that is written as it is read, whatever characters it has', async () => {
    const from = 'https://org/my%20team/blob/release..1/.groups/all..yaml';
    const entities = [
      entity('User', 'ann', { relations: [memberOf('sre')] }),
      entity('Group', 'sre', { from: `url:${from}` }),
    ];
    const facts = await directory(entities, ['https://org/*']).read({
      users: [ANN],
      entityRefs: [],
    });
    expect(facts.groupsOf(ANN)).toEqual(['group:default/sre']);
  });

  it('does not believe a user from elsewhere who says to be in a group, unless the group says so', async () => {
    const from = 'url:https://team/people.yaml';
    const entities = [
      entity('User', 'ann', {
        from,
        relations: [memberOf('sre'), memberOf('shop')],
      }),
      entity('Group', 'sre'),
      entity('Group', 'shop', { spec: { members: ['ann'] } }),
    ];
    const facts = await directory(entities, ['https://org/a.yaml']).read({
      users: [ANN],
      entityRefs: [],
    });
    expect(facts.groupsOf(ANN)).toEqual(['group:default/shop']);
  });

  describe('asked of the same person again', () => {
    const people = () => [
      entity('User', 'ann', { relations: [memberOf('cart')] }),
      entity('Group', 'cart', { relations: [childOf('shop')] }),
      entity('Group', 'shop'),
    ];
    let at = 0;
    beforeEach(() => {
      at = Date.now();
      jest.spyOn(Date, 'now').mockImplementation(() => at);
    });
    afterEach(() => {
      jest.restoreAllMocks();
    });

    function counted(entities: Entity[]) {
      const catalog = catalogServiceMock.mock();
      catalog.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          entities.find(
            ({ kind, metadata }) =>
              ref === `${kind.toLowerCase()}:default/${metadata.name}`,
          ),
        ),
      }));
      const known = CatalogDirectory.create({
        auth: mockServices.auth(),
        catalog,
      });
      return {
        questions: () => catalog.getEntitiesByRefs.mock.calls.length,
        groups: async () =>
          (await known.read({ users: [ANN], entityRefs: [] })).groupsOf(ANN),
      };
    }

    it('asks for the groups that are too old together with the person, and reads them anew', async () => {
      const entities = people();
      const { questions, groups } = counted(entities);
      expect(await groups()).toEqual([
        'group:default/cart',
        'group:default/shop',
      ]);
      expect(questions()).toBe(3);

      at += 5_000;
      entities[1] = entity('Group', 'cart');
      expect(await groups()).toEqual(['group:default/cart']);
      expect(questions()).toBe(4);
    });

    it('reads a group that the person is in by now, and counts none that they have left', async () => {
      const entities = people();
      const { groups } = counted(entities);
      await groups();

      at += 5_000;
      entities[0] = entity('User', 'ann', { relations: [memberOf('ops')] });
      entities.push(entity('Group', 'ops'));
      expect(await groups()).toEqual(['group:default/ops']);
    });
  });

  it('tells what entities are annotated with, and nothing of those that are gone', async () => {
    const web = entity('Component', 'web');
    web.metadata.annotations = { 'example.org/a': 'b' };
    const facts = await directory([web]).read({
      users: [],
      entityRefs: ['Component:default/Web', 'component:default/gone'],
    });
    const annotation = (ref: string) =>
      facts.annotationOf?.(ref, 'example.org/a');
    expect(annotation('component:default/web')).toBe('b');
    expect(annotation('component:default/gone')).toBeUndefined();
  });
});
