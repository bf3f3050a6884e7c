import { ConfigReader } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { registerSources } from './registerSources';

const GOOD = { name: 'prod', url: 'https://127.0.0.1:1', token: 'hidden' };

function register(controlPlanes: unknown[], taken?: { elsewhere: string }) {
  const added: DeliverySource[] = [];
  const broken: Array<Record<string, string>> = [];
  registerSources(
    new ConfigReader({
      multicluster: { karmada: { controlPlanes: controlPlanes as any } },
    }),
    {
      addSource: source => {
        if (source.id === taken?.elsewhere) {
          throw new ConflictError(`Two sources are called '${source.id}'`);
        }
        added.push(source);
      },
      addBrokenSource: source => broken.push(source),
    },
  );
  return { added, broken };
}

describe('registerSources', () => {
  it('adds every control plane', () => {
    const { added, broken } = register([
      GOOD,
      { ...GOOD, name: 'edge', title: 'Edge' },
    ]);

    expect(added.map(({ id, type, title }) => [id, type, title])).toEqual([
      ['prod', 'karmada', undefined],
      ['edge', 'karmada', 'Edge'],
    ]);
    expect(broken).toEqual([]);
  });

  it.each([
    [{ ...GOOD, name: undefined }, '.name'],
    [{ ...GOOD, name: 'a/b' }, '.name'],
    [{ ...GOOD, identity: { mode: 'root' } }, '.identity.mode'],
    [{ ...GOOD, identity: { user: 'admin' } }, '.identity.user'],
    [{ ...GOOD, identity: { user: '{uid}' } }, '.identity.user'],
    [{ ...GOOD, identity: { user: 'system:{name}' } }, '.identity.user'],
    [{ ...GOOD, identity: { groups: '{email}' } }, '.identity.groups'],
    [
      { ...GOOD, identity: { user: 'oidc:{email}' } },
      '.identity.trustProfileEmail',
    ],
    [
      { ...GOOD, identity: { user: '{email}', trustProfileEmail: 'yes' } },
      '.identity.trustProfileEmail',
    ],
    [{ ...GOOD, identity: { user: '{namespace}-{name}' } }, '.identity.user'],
    [
      { ...GOOD, identity: { groups: '{name}{namespace}' } },
      '.identity.groups',
    ],
    [{ ...GOOD, configMaps: 'yes' }, '.configMaps'],
    [{ name: 'x', url: 'https://127.0.0.1:1' }, ''],
    [
      { name: 'x', kubeconfig: { file: '/does/not/exist' } },
      '.kubeconfig.file',
    ],
    [{ ...GOOD, name: 'x', credentials: { works: {} } }, '.credentials.works'],
    [{ ...GOOD, name: 'prod' }, '.name'],
  ])('names the key of %j and goes on with the others', (entry, key) => {
    const { added, broken } = register([
      GOOD,
      entry,
      { ...GOOD, name: 'last' },
    ]);

    expect(added.map(({ id }) => id)).toEqual(['prod', 'last']);
    expect(broken).toHaveLength(1);
    expect(broken[0].configKey).toBe(
      `multicluster.karmada.controlPlanes[1]${key}`,
    );
    expect(broken[0].reason).not.toContain('hidden');
    expect(broken[0].id).not.toBe('prod');
  });

  it('names a control plane whose name a source of another module has, and goes on with the others', () => {
    const { added, broken } = register([GOOD, { ...GOOD, name: 'west' }], {
      elsewhere: 'prod',
    });

    expect(added.map(({ id }) => id)).toEqual(['west']);
    expect(broken).toEqual([
      {
        id: 'karmada-0',
        type: 'karmada',
        configKey: 'multicluster.karmada.controlPlanes[0].name',
        reason: 'is taken by another source',
      },
    ]);
  });

  it('says what is off without a credential of its own', () => {
    const { added } = register([
      { ...GOOD, credentials: { logs: { url: GOOD.url, token: 'other' } } },
    ]);

    expect(
      added[0].detail!.capabilities().map(c => [c.name, c.available]),
    ).toEqual([
      ['pods', true],
      ['events', true],
      ['logs', true],
      ['live', true],
      ['rendered', false],
    ]);
    expect(added[0].detail!.capabilities()[4].reason?.text).toContain(
      'multicluster.karmada.controlPlanes[0].credentials.works',
    );
  });

  it('names the key when the list is no list', () => {
    const sources = { addSource: jest.fn(), addBrokenSource: jest.fn() };
    registerSources(
      new ConfigReader({ multicluster: { karmada: { controlPlanes: 'x' } } }),
      sources,
    );

    expect(sources.addBrokenSource).toHaveBeenCalledWith(
      expect.objectContaining({
        configKey: 'multicluster.karmada.controlPlanes',
      }),
    );
  });

  it('does nothing without configuration', () => {
    const sources = { addSource: jest.fn(), addBrokenSource: jest.fn() };
    registerSources(new ConfigReader({}), sources);

    expect(sources.addSource).not.toHaveBeenCalled();
  });
});
