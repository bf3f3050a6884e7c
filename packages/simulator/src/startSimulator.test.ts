import fs from 'node:fs';
import {
  KubeConfig,
  CoreV1Api,
  CustomObjectsApi,
} from '@kubernetes/client-node';
import https from 'node:https';
import { startAdmin } from './admin/startAdmin';
import { startSimulator, type Simulator } from './startSimulator';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ speed: 20 });
}, 60_000);

afterAll(() => simulator.close());

function api<T>(context: string, make: (config: KubeConfig) => T): T {
  const config = new KubeConfig();
  config.loadFromFile(simulator.kubeconfigPath);
  config.setCurrentContext(context);
  return make(config);
}

/** A raw request with the token of a context, as somebody else. */
function request(
  path: string,
  options: { user?: string; groups?: string[]; token?: string },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    https
      .get(
        `${simulator.url}${path}`,
        {
          ca: simulator.ca,
          agent: false,
          headers: {
            authorization: `Bearer ${options.token ?? 'simulator-logs'}`,
            ...(options.user && { 'impersonate-user': options.user }),
            ...(options.groups && { 'impersonate-group': options.groups }),
          },
        },
        response => {
          let body = '';
          response.on('data', chunk => (body += chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body }),
          );
        },
      )
      .on('error', reject);
  });
}

const pods = (cluster: string, namespace: string) =>
  `/apis/cluster.karmada.io/v1alpha1/clusters/${cluster}/proxy/api/v1/namespaces/${namespace}/pods`;

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await check())) {
    if (Date.now() > deadline) {
      throw new Error('it did not happen');
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

describe('the embedded world behind its API', () => {
  it('is read by an ordinary client with the kubeconfig it wrote', async () => {
    const client = api('karmada', config =>
      config.makeApiClient(CustomObjectsApi),
    );
    const list = await client.listNamespacedCustomObject({
      group: 'work.karmada.io',
      version: 'v1alpha2',
      namespace: 'demo',
      plural: 'resourcebindings',
    });
    const names = (list.items as Array<{ metadata: { name: string } }>).map(
      ({ metadata }) => metadata.name,
    );
    expect(names).toEqual(
      expect.arrayContaining(['canary-deployment', 'canary-service']),
    );
  });

  it('lets only its owner read the kubeconfig', () => {
    expect(fs.statSync(simulator.kubeconfigPath).mode % 0o1000).toBe(0o600);
  });

  it('shows Works to the credential that may read them, and to no other', async () => {
    const path = '/apis/work.karmada.io/v1alpha1/works?limit=1';
    const [works, reader] = await Promise.all([
      request(path, { token: 'simulator-works' }),
      request(path, { token: 'simulator-reader' }),
    ]);
    expect(works.status).toBe(200);
    expect(reader.status).toBe(403);
  });

  it.each([
    ['olivia', ['team-canary'], 'demo', 200],
    ['user:default/olivia', ['group:default/team-canary'], 'demo', 200],
    ['olivia', ['team-canary'], 'shop', 403],
    ['noor', ['team-orders'], 'shop', 200],
    ['noor', ['team-orders'], 'demo', 403],
    ['paul', ['platform'], 'foundation', 200],
    ['mallory', ['nobody'], 'demo', 403],
  ])(
    'lets %s of %j look into %s: %d',
    async (user, groups, namespace, status) => {
      const answer = await request(pods('member1', namespace), {
        user,
        groups,
      });
      expect(answer.status).toBe(status);
    },
  );

  it('answers for a Pull member that it cannot reach, and says so', async () => {
    const answer = await request(pods('edge-1', 'demo'), {
      user: 'paul',
      groups: ['platform'],
    });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.body).toContain('connection refused');
  });

  it('keeps logs of pods that serve', async () => {
    const { body } = await request(pods('member1', 'demo'), {
      user: 'paul',
      groups: ['platform'],
    });
    const { items } = JSON.parse(body) as {
      items: Array<{ metadata: { name: string } }>;
    };
    const canary = items.find(({ metadata }) =>
      metadata.name.startsWith('canary-'),
    );
    const log = await request(
      `${pods('member1', 'demo')}/${canary?.metadata.name}/log?tailLines=3`,
      { user: 'paul', groups: ['platform'] },
    );
    expect(log.status).toBe(200);
    expect(log.body.trim().split('\n')).toHaveLength(3);
  });

  it('rolls the canary out when its story is asked for at the admin endpoint', async () => {
    const admin = await startAdmin(simulator, 0);
    try {
      const told = await fetch(`${admin.url}/stories/canary-rollout`, {
        method: 'POST',
      });
      expect(told.status).toBe(200);
      await until(async () => {
        const { body } = await request(pods('member2', 'demo'), {
          user: 'paul',
          groups: ['platform'],
        });
        return (
          body.includes('helloworld:v0.33.0') &&
          !body.includes('helloworld:v0.32.0')
        );
      });
      const unknown = await fetch(`${admin.url}/stories/nothing`, {
        method: 'POST',
      });
      expect(unknown.status).toBe(404);
    } finally {
      await admin.close();
    }
  }, 30_000);

  it('makes a member slow, and quick again, from the admin endpoint', async () => {
    const admin = await startAdmin(simulator, 0);
    const change = (body: object) =>
      fetch(`${admin.url}/clusters/member2`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
    const timed = async () => {
      const started = Date.now();
      await request(pods('member2', 'demo'), {
        user: 'paul',
        groups: ['platform'],
      });
      return Date.now() - started;
    };
    try {
      expect((await change({ delayMs: 700 })).status).toBe(200);
      expect(await timed()).toBeGreaterThanOrEqual(690);
      await change({ delayMs: 0 });
      const unknown = await fetch(`${admin.url}/clusters/nope`, {
        method: 'POST',
        body: '{}',
      });
      expect(unknown.status).toBe(400);
    } finally {
      await admin.close();
    }
  });

  it('loses a cluster and gets it back', async () => {
    const core = api('karmada-admin', config =>
      config.makeApiClient(CoreV1Api),
    );
    expect((await core.listNamespace()).items.length).toBeGreaterThan(3);
    const ready = async () => {
      const { body } = await request(
        '/apis/cluster.karmada.io/v1alpha1/clusters/member1',
        { token: 'simulator-reader' },
      );
      const { status } = JSON.parse(body) as {
        status: { conditions: Array<{ type: string; status: string }> };
      };
      return status.conditions.find(({ type }) => type === 'Ready')?.status;
    };
    await simulator.story('lose-cluster');
    await until(async () => (await ready()) === 'False');
    await simulator.story('recover-cluster');
    await until(async () => (await ready()) === 'True');
  }, 45_000);
});
