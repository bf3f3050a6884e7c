import { ConfigReader } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { registerSources } from './registerSources';

const KEY = 'multicluster.pipecd.controlPlanes';
const SIGNING = 'hidden-key-of-more-than-thirty-two-bytes';
const PROJECT = { name: 'shop', project: 'demo', apiKey: 'id.hidden' };
const PLANE = { address: 'pipecd.example.org:443' };

function register(controlPlanes: unknown, taken?: string) {
  const added: DeliverySource[] = [];
  const broken: Array<Record<string, string>> = [];
  registerSources(
    new ConfigReader({
      multicluster: { pipecd: { controlPlanes: controlPlanes as never } },
    }),
    {
      addSource: source => {
        if (source.id === taken) {
          throw new ConflictError(`Two sources are called '${source.id}'`);
        }
        added.push(source);
      },
      addBrokenSource: source => broken.push(source),
    },
  );
  return { added, broken };
}

const able = ({ runs }: DeliverySource) =>
  runs!
    .capabilities()
    .filter(({ available }) => available)
    .map(({ name }) => name);

describe('registerSources', () => {
  it('adds a source for each project of each control plane', () => {
    const { added, broken } = register([
      { ...PLANE, title: 'PipeCD', projects: [PROJECT] },
      {
        ...PLANE,
        projects: [
          { ...PROJECT, name: 'a', title: 'A' },
          { ...PROJECT, name: 'b' },
        ],
      },
    ]);

    expect(added.map(({ id, type, title }) => [id, type, title])).toEqual([
      ['shop', 'pipecd', 'PipeCD'],
      ['a', 'pipecd', 'A'],
      ['b', 'pipecd', undefined],
    ]);
    expect(broken).toEqual([]);
  });

  it('says what is off without a web session, and with which key it comes on', () => {
    const web = { mode: 'signing-key', key: SIGNING };
    const { added } = register([
      {
        ...PLANE,
        projects: [
          PROJECT,
          { ...PROJECT, name: 'b', web, hook: { secret: 'hush' } },
        ],
      },
    ]);
    const [byKey, byWeb] = added;

    expect(able(byKey)).toEqual(['runs', 'logs']);
    expect(able(byWeb)).toEqual(['runs', 'logs', 'live', 'agents', 'hook']);
    expect([byKey.runs!.live, byKey.runs!.hook]).toEqual([
      undefined,
      undefined,
    ]);
    const reasons = [
      ...byKey.runs!.capabilities(),
      ...byKey.gates!.capabilities(),
      ...byKey.actions!.capabilities(),
    ].flatMap(({ available, reason }) => (available ? [] : [reason!.text]));
    expect(reasons.join(' ')).toContain(`${KEY}[0].projects[0].web`);
  });

  it.each([
    [{ ...PROJECT, name: undefined }, '.name'],
    [{ ...PROJECT, name: 'a/b' }, '.name'],
    [{ ...PROJECT, project: undefined }, '.project'],
    [{ ...PROJECT, apiKey: undefined }, ''],
    [{ ...PROJECT, apiKey: 'hidden' }, '.apiKey'],
    [{ ...PROJECT, apiKeyFile: '/some/file' }, '.apiKey'],
    [
      { ...PROJECT, apiKey: undefined, apiKeyFile: '/does/not/exist' },
      '.apiKeyFile',
    ],
    [{ ...PROJECT, web: {} }, '.web.mode'],
    [{ ...PROJECT, web: { mode: 'signing-key' } }, '.web.key'],
    [{ ...PROJECT, web: { mode: 'signing-key', key: 'hidden' } }, '.web.key'],
    [{ ...PROJECT, web: { mode: 'static', username: 'x' } }, '.web.password'],
    [
      {
        ...PROJECT,
        web: { mode: 'static', username: 'x', password: 'hidden' },
      },
      '.web.mode',
    ],
    [{ ...PROJECT, identity: { user: 'admin' } }, '.identity.user'],
    [
      { ...PROJECT, identity: { user: '{email}' } },
      '.identity.trustProfileEmail',
    ],
    [{ ...PROJECT, actors: ['x'] }, '.actors'],
    [{ ...PROJECT, hook: {} }, '.hook.secret'],
    [{ ...PROJECT, hook: { secret: 'hidden', header: 'a b' } }, '.hook.header'],
    [{ ...PROJECT, name: 'first' }, '.name'],
  ])('names the key of %j and goes on with the others', (project, key) => {
    const { added, broken } = register([
      {
        ...PLANE,
        projects: [
          { ...PROJECT, name: 'first' },
          project,
          { ...PROJECT, name: 'last' },
        ],
      },
    ]);

    expect(added.map(({ id }) => id)).toEqual(['first', 'last']);
    expect(broken).toHaveLength(1);
    expect(broken[0].configKey).toBe(`${KEY}[0].projects[1]${key}`);
    expect(JSON.stringify(broken)).not.toContain('hidden');
    expect(broken[0].id).not.toBe('first');
  });

  it.each([
    [{}, '.address'],
    [{ address: 'https://pipecd.example.org' }, '.address'],
    [{ ...PLANE, webAddress: 'x' }, '.webAddress'],
    [{ ...PLANE, url: 'data:text/html,x' }, '.url'],
    [{ ...PLANE, url: 'https://me:hidden@example.org' }, '.url'],
    [{ ...PLANE, tls: { mode: 'none' } }, '.tls.mode'],
    [{ ...PLANE, tls: { mode: 'ca' } }, '.tls.caFile'],
    [{ ...PLANE, tls: { caFile: '/does/not/exist' } }, '.tls.caFile'],
  ])(
    'names the key of the control plane %j for each of its projects',
    (plane, key) => {
      const { added, broken } = register([
        { ...plane, projects: [PROJECT, { ...PROJECT, name: 'two' }] },
        { ...PLANE, projects: [{ ...PROJECT, name: 'last' }] },
      ]);

      expect(added.map(({ id }) => id)).toEqual(['last']);
      expect(broken.map(({ id, configKey }) => [id, configKey])).toEqual([
        ['shop', `${KEY}[0]${key}`],
        ['two', `${KEY}[0]${key}`],
      ]);
      expect(JSON.stringify(broken)).not.toContain('hidden');
    },
  );

  it('names a project whose name a source of another module has', () => {
    const { added, broken } = register(
      [{ ...PLANE, projects: [PROJECT, { ...PROJECT, name: 'two' }] }],
      'shop',
    );

    expect(added.map(({ id }) => id)).toEqual(['two']);
    expect(broken).toEqual([
      {
        id: 'pipecd-0-0',
        type: 'pipecd',
        configKey: `${KEY}[0].projects[0].name`,
        reason: 'is taken by another source',
      },
    ]);
  });

  it('names the key when a list is no list', () => {
    expect(register('x').broken).toEqual([
      expect.objectContaining({ configKey: KEY }),
    ]);
    expect(register([{ ...PLANE, projects: 'x' }]).broken).toEqual([
      expect.objectContaining({ configKey: `${KEY}[0].projects` }),
    ]);
  });
});
