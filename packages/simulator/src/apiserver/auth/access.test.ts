import { KubeObject } from '../ObjectStore';
import { TestServer, testServer } from '../__tests__/testServer';

const RBAC = 'rbac.authorization.k8s.io/v1';
const PODS = '/api/v1/namespaces/demo/pods';

describe('access', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await testServer({
      tokens: {
        ann: { username: 'ann', groups: ['team-a'] },
        portal: {
          username: 'system:serviceaccount:fairway:portal',
          groups: ['system:serviceaccounts'],
        },
      },
    });
    server.add('v1', 'Namespace', 'demo');
  });

  afterEach(async () => {
    await server.close();
  });

  const put = (kind: string, name: string, more: object, namespace?: string) =>
    server.store.create(server.store.type(RBAC, kind)!, {
      apiVersion: RBAC,
      kind,
      metadata: { name, ...(namespace && { namespace }) },
      ...more,
    } as KubeObject);

  const bind = (
    role: string,
    subject: object,
    rules: object[],
    namespace?: string,
  ) => {
    put(namespace ? 'Role' : 'ClusterRole', role, { rules }, namespace);
    const ref = { kind: namespace ? 'Role' : 'ClusterRole', name: role };
    put(
      namespace ? 'RoleBinding' : 'ClusterRoleBinding',
      role,
      { roleRef: ref, subjects: [subject] },
      namespace,
    );
  };

  const readPods = {
    verbs: ['get', 'list'],
    apiGroups: [''],
    resources: ['pods'],
  };

  it('refuses in the words of an authorizer', async () => {
    const answer = await server.ask(PODS, { token: 'ann' });

    expect(answer.status).toBe(403);
    expect(answer.body.message).toBe(
      'pods is forbidden: User "ann" cannot list resource "pods" in API group "" in the namespace "demo"',
    );
    expect(answer.body.details).toEqual({ kind: 'pods' });
  });

  it.each([
    ['a user', { kind: 'User', name: 'ann' }],
    ['a group', { kind: 'Group', name: 'team-a' }],
  ])('grants to %s, from the moment it is bound', async (_, subject) => {
    bind('read', subject, [readPods], 'demo');

    expect((await server.ask(PODS, { token: 'ann' })).status).toBe(200);
    expect((await server.ask('/api/v1/pods', { token: 'ann' })).status).toBe(
      403,
    );
  });

  it('grants names alone where the rule names them', async () => {
    bind('one', { kind: 'User', name: 'ann' }, [
      { ...readPods, resourceNames: ['one'] },
    ]);

    expect((await server.ask(`${PODS}/one`, { token: 'ann' })).status).toBe(
      404,
    );
    expect((await server.ask(`${PODS}/two`, { token: 'ann' })).status).toBe(
      403,
    );
    expect((await server.ask(PODS, { token: 'ann' })).status).toBe(403);
    expect(
      (
        await server.ask(`${PODS}?fieldSelector=metadata.name%3Done`, {
          token: 'ann',
        })
      ).status,
    ).toBe(200);
  });

  describe('impersonation', () => {
    const account = {
      kind: 'ServiceAccount',
      namespace: 'fairway',
      name: 'portal',
    };
    const as = (user: string, ...groups: string[]) => ({
      'Impersonate-User': user,
      ...(groups.length && { 'Impersonate-Group': groups }),
    });

    beforeEach(() => {
      bind('speak', account, [
        {
          verbs: ['impersonate'],
          apiGroups: [''],
          resources: ['users'],
          resourceNames: ['bob'],
        },
        {
          verbs: ['impersonate'],
          apiGroups: [''],
          resources: ['groups'],
          resourceNames: ['team-a', 'team-b, and c'],
        },
      ]);
      bind('read', { kind: 'Group', name: 'team-b, and c' }, [readPods]);
    });

    it('reads each group line as one group', async () => {
      const answer = await server.ask(PODS, {
        token: 'portal',
        headers: as('bob', 'team-a', 'team-b, and c'),
      });

      expect(answer.status).toBe(200);
    });

    it('evaluates the impersonated user, not the caller', async () => {
      const answer = await server.ask(PODS, {
        token: 'portal',
        headers: as('bob', 'team-a'),
      });

      expect(answer.body.message).toContain('User "bob" cannot list');
    });

    it('refuses a user that may not be impersonated, by what the request was about', async () => {
      const answer = await server.ask(PODS, {
        token: 'portal',
        headers: as('eve'),
      });

      expect(answer.body.message).toBe(
        'pods is forbidden: User "system:serviceaccount:fairway:portal" cannot impersonate-on:user-info:list resource "pods" in API group "" in the namespace "demo"',
      );
    });

    it('refuses a group that may not be impersonated, by its name', async () => {
      const answer = await server.ask(PODS, {
        token: 'portal',
        headers: as('bob', 'system:masters'),
      });

      expect(answer.body.message).toBe(
        'groups "system:masters" is forbidden: User "system:serviceaccount:fairway:portal" cannot impersonate resource "groups" in API group "" at the cluster scope',
      );
    });

    it('refuses groups without a user', async () => {
      const answer = await server.ask(PODS, {
        token: 'portal',
        headers: { 'Impersonate-Group': 'team-a' },
      });

      expect(answer.status).toBe(400);
    });
  });

  describe('questions about oneself', () => {
    const post = (
      group: string,
      resource: string,
      kind: string,
      spec?: object,
    ) =>
      server.ask(`/apis/${group}/v1/${resource}`, {
        method: 'POST',
        token: 'ann',
        body: { apiVersion: `${group}/v1`, kind, ...(spec && { spec }) },
      });

    it.each([
      ['list', true],
      ['delete', false],
    ])('whether %s is allowed: %s', async (verb, allowed) => {
      bind('read', { kind: 'User', name: 'ann' }, [readPods]);

      const answer = await post(
        'authorization.k8s.io',
        'selfsubjectaccessreviews',
        'SelfSubjectAccessReview',
        { resourceAttributes: { verb, resource: 'pods', namespace: 'demo' } },
      );

      expect(answer.status).toBe(201);
      expect(answer.body.status).toEqual({ allowed });
    });

    it('lists the rules', async () => {
      bind('read', { kind: 'User', name: 'ann' }, [readPods], 'demo');

      const answer = await post(
        'authorization.k8s.io',
        'selfsubjectrulesreviews',
        'SelfSubjectRulesReview',
        { namespace: 'demo' },
      );

      expect(answer.body.status.resourceRules).toEqual([readPods]);
    });

    it('says who one is', async () => {
      const answer = await post(
        'authentication.k8s.io',
        'selfsubjectreviews',
        'SelfSubjectReview',
      );

      expect(answer.body.status.userInfo).toEqual({
        username: 'ann',
        groups: ['team-a', 'system:authenticated'],
      });
    });
  });
});
