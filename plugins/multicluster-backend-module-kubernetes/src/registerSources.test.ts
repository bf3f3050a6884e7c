import { ConfigReader } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { registerSources } from './registerSources';

const GOOD = { name: 'gondor', url: 'https://127.0.0.1:1', token: 'hidden' };
const PORTAL = {
  name: 'shire',
  url: 'https://127.0.0.1:2',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'hidden',
  skipTLSVerify: true,
};

function register(
  kubernetes: JsonObject,
  methods?: JsonValue,
  taken?: { elsewhere: string },
) {
  const added: DeliverySource[] = [];
  const broken: Array<Record<string, string>> = [];
  registerSources(
    new ConfigReader({
      multicluster: { kubernetes },
      ...(methods !== undefined && {
        kubernetes: { clusterLocatorMethods: methods },
      }),
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
  return { ids: added.map(({ id }) => id), added, broken };
}

const fromPortal = (clusters: JsonObject[], own: JsonObject[] = []) =>
  register({ fromPortal: true, clusters: own }, [{ type: 'config', clusters }]);

describe('registerSources', () => {
  it('makes each cluster a source of its own', () => {
    const { added, broken } = register({
      clusters: [GOOD, { ...GOOD, name: 'rohan', title: 'Rohan' }],
    });

    expect(added.map(({ id, type, title }) => [id, type, title])).toEqual([
      ['gondor', 'kubernetes', undefined],
      ['rohan', 'kubernetes', 'Rohan'],
    ]);
    expect(broken).toEqual([]);
  });

  it.each([
    [{ ...GOOD, name: undefined }, '.name'],
    [{ ...GOOD, name: 'a/b' }, '.name'],
    [{ ...GOOD, url: undefined }, ''],
    [{ ...GOOD, labels: ['prod'] }, '.labels'],
    [{ ...GOOD, labels: { tier: 1 } }, '.labels'],
    [{ ...GOOD, namespaces: 'shop' }, '.namespaces'],
    [{ ...GOOD, namespaces: ['Shop/1'] }, '.namespaces'],
    [{ ...GOOD, identity: { user: 'admin' } }, '.identity.user'],
    [{ ...GOOD, identity: { user: 'system:{name}' } }, '.identity.user'],
    [{ ...GOOD, credentials: { logs: {} } }, '.credentials.logs'],
  ])('names what is wrong with %j, and goes on', (entry, key) => {
    const { ids, broken } = register({
      clusters: [entry as JsonObject, { ...GOOD, name: 'rohan' }],
    });

    expect(ids).toEqual(['rohan']);
    expect(broken).toEqual([
      expect.objectContaining({
        type: 'kubernetes',
        configKey: `multicluster.kubernetes.clusters[0]${key}`,
      }),
    ]);
    expect(JSON.stringify(broken)).not.toContain('hidden');
  });

  it('names a name that is taken, here or by another kind of source', () => {
    const twice = register({ clusters: [GOOD, GOOD] });
    expect(twice.ids).toEqual(['gondor']);
    expect(twice.broken).toMatchObject([
      { id: 'kubernetes-1', reason: 'is taken by an entry before it' },
    ]);

    const clash = register({ clusters: [GOOD] }, undefined, {
      elsewhere: 'gondor',
    });
    expect(clash.broken).toMatchObject([
      { id: 'kubernetes-0', reason: 'is taken by another source' },
    ]);
  });

  it('says what is no list', () => {
    expect(register({ clusters: 'gondor' }).broken).toMatchObject([
      { configKey: 'multicluster.kubernetes.clusters' },
    ]);
  });

  describe('from the list that the portal has', () => {
    it('leaves it alone unless it is asked for', () => {
      const { ids, broken } = register({ clusters: [GOOD] }, [
        { type: 'config', clusters: [PORTAL] },
        { type: 'gke', projectId: 'p' },
      ]);

      expect(ids).toEqual(['gondor']);
      expect(broken).toEqual([]);
    });

    it('takes what signs in by a token', () => {
      expect(fromPortal([PORTAL], [GOOD]).ids).toEqual(['gondor', 'shire']);
    });

    it('lets an entry without a credential say more of one of them', () => {
      const { added, broken } = fromPortal(
        [PORTAL],
        [{ name: 'shire', title: 'The Shire', labels: { tier: 'prod' } }],
      );

      expect(added.map(({ id, title }) => [id, title])).toEqual([
        ['shire', 'The Shire'],
      ]);
      expect(broken).toEqual([]);
    });

    it.each([
      [{ ...PORTAL, authProvider: 'oidc' }, /"oidc"/],
      [{ ...PORTAL, authProvider: 'aws' }, /"aws"/],
      [{ ...PORTAL, serviceAccountToken: undefined }, /serviceAccountToken/],
      [{ ...PORTAL, url: undefined }, /url/],
    ])('names one that cannot be watched: %j', (entry, reason) => {
      const { ids, broken } = fromPortal([entry]);

      expect(ids).toEqual([]);
      expect(broken).toMatchObject([
        {
          id: 'shire',
          configKey: 'kubernetes.clusterLocatorMethods[0].clusters[0]',
          reason: expect.stringMatching(reason),
        },
      ]);
      expect(JSON.stringify(broken)).not.toContain('hidden');
    });

    it('misses nothing of one that was given a credential here', () => {
      const { ids, broken } = fromPortal(
        [{ ...PORTAL, authProvider: 'oidc' }],
        [{ ...GOOD, name: 'shire' }],
      );

      expect(ids).toEqual(['shire']);
      expect(broken).toEqual([]);
    });

    it.each([
      [[{ type: 'gke', projectId: 'p' }], '[0].type'],
      [[{ type: 'catalog' }], '[0].type'],
      [[{ type: 'config', clusters: 'all' }], '[0].clusters'],
      [[], ''],
      ['config', ''],
      [undefined, ''],
    ])('names a locator that is not read: %j', (methods, key) => {
      const { ids, broken } = register({ fromPortal: true }, methods);

      expect(ids).toEqual([]);
      expect(broken).toMatchObject([
        { configKey: `kubernetes.clusterLocatorMethods${key}` },
      ]);
    });
  });
});
