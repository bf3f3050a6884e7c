import { Objects } from '../control/Objects';
import { keys } from '../karmada/keys';
import type { Binding } from '../karmada/model/Binding';
import type { Cluster } from '../karmada/model/Cluster';
import { karmadaTypes } from '../karmada/types/karmadaTypes';
import { kubernetesTypes } from '../karmada/types/kubernetesTypes';
import { evict } from '../karmada/eviction/evict';
import { duplicated, policy, weighted, workload } from './builders';
import { World } from './World';

const app = { namespace: 'demo', name: 'app' };
const MINUTE = 60_000;

function lab(): World {
  const world = World.create();
  for (const name of ['member1', 'member2']) {
    world.join({ name, labels: { tier: 'prod' } });
  }
  world.pass(30_000);
  return world;
}

function placed(
  more: Parameters<typeof policy>[3] = {
    placement: duplicated('member1', 'member2'),
  },
): World {
  const world = lab();
  world.apply(workload({ ...app, image: 'app:1', replicas: 2 }));
  world.apply(policy('app', 'demo', [['Deployment', 'app']], more));
  world.pass(MINUTE);
  return world;
}

function binding(world: World): Binding | undefined {
  return world.karmada.store.get(
    karmadaTypes.ResourceBinding,
    'demo',
    'app-deployment',
  ) as Binding | undefined;
}

function running(world: World, cluster: string): string | undefined {
  const { store } = world.karmada.members.get(cluster)!;
  const object = store.get(kubernetesTypes.Deployment, 'demo', 'app');
  return object && JSON.stringify(object.spec).match(/app:\d/)?.[0];
}

function claim(world: World): string | undefined {
  const { store } = world.karmada;
  const template = store.get(kubernetesTypes.Deployment, 'demo', 'app');
  return (
    template?.metadata.annotations?.[keys.policyName] ??
    template?.metadata.annotations?.[keys.clusterPolicyName]
  );
}

describe('who claims a template', () => {
  const propose = (name: string, namespace: string | undefined, priority = 0) =>
    policy(name, namespace, [['Deployment', 'app']], {
      priority,
      placement: duplicated('member1'),
    });

  it.each([
    [
      'the policy of the namespace before a cluster-wide one',
      [propose('wide', undefined, 9), propose('own', 'demo')],
      'own',
    ],
    [
      'the higher priority',
      [propose('a', 'demo'), propose('b', 'demo', 1)],
      'b',
    ],
    ['the smaller name', [propose('b', 'demo'), propose('a', 'demo')], 'a'],
  ])('is %s', (_, policies, expected) => {
    const world = lab();
    policies.forEach(candidate => world.apply(candidate));
    world.apply(workload({ ...app, image: 'app:1' }));
    world.pass(MINUTE);
    expect(claim(world)).toBe(expected);
  });

  it('stays the same when a better policy comes later', () => {
    const world = placed();
    world.apply(propose('better', 'demo', 9));
    world.pass(MINUTE);
    expect(claim(world)).toBe('app');
  });

  it('is a Lazy policy only from the next change of the template on', () => {
    const world = lab();
    world.apply(workload({ ...app, image: 'app:1' }));
    world.pass(MINUTE);
    world.apply(
      policy('app', 'demo', [['Deployment', 'app']], {
        activationPreference: 'Lazy',
        placement: duplicated('member1'),
      }),
    );
    world.pass(MINUTE);
    expect(binding(world)).toBeUndefined();
    world.setImage(app, 'app:2');
    world.pass(MINUTE);
    expect(running(world, 'member1')).toBe('app:2');
  });
});

describe('what is deleted', () => {
  it('takes everything along when it is the template', () => {
    const world = placed();
    world.remove(kubernetesTypes.Deployment, app);
    world.pass(MINUTE);
    expect(binding(world)).toBeUndefined();
    expect(running(world, 'member1')).toBeUndefined();
    const pods = world.karmada.members
      .get('member1')!
      .store.list(kubernetesTypes.Pod);
    expect(pods).toEqual([]);
  });

  it('takes everything along under hold as well', () => {
    const world = placed();
    world.hold(app, { dispatching: true });
    world.pass(MINUTE);
    world.remove(kubernetesTypes.Deployment, app);
    world.pass(MINUTE);
    expect(running(world, 'member2')).toBeUndefined();
  });

  it('leaves everything frozen when it is the policy', () => {
    const world = placed();
    world.remove(karmadaTypes.PropagationPolicy, app);
    world.pass(MINUTE);
    world.setImage(app, 'app:2');
    world.scale(app, 5);
    world.pass(MINUTE);
    expect(claim(world)).toBeUndefined();
    expect(binding(world)?.spec.replicas).toBe(2);
    expect(running(world, 'member1')).toBe('app:1');
  });

  it('may not be deleted while it is protected', () => {
    const world = placed();
    world.change(kubernetesTypes.Deployment, app, draft => {
      draft.metadata.labels = {
        ...draft.metadata.labels,
        [keys.deletionProtected]: 'Always',
      };
    });
    expect(() => world.remove(kubernetesTypes.Deployment, app)).toThrow(
      /This resource is protected/,
    );
  });

  it('comes back in a member, but not under hold, where the reported status stays a fiction', () => {
    const world = placed();
    const { store } = world.karmada.members.get('member1')!;
    const remove = () =>
      store.delete(kubernetesTypes.Deployment, 'demo', 'app');
    remove();
    world.pass(MINUTE);
    expect(running(world, 'member1')).toBe('app:1');
    world.hold(app, { dispatching: true });
    world.pass(MINUTE);
    remove();
    world.pass(MINUTE);
    expect(running(world, 'member1')).toBeUndefined();
    expect(
      binding(world)?.status?.aggregatedStatus?.map(({ health }) => health),
    ).toEqual(['Healthy', 'Healthy']);
  });
});

describe('an eviction', () => {
  it('that never purges waits until a person confirms it', () => {
    const world = placed({
      placement: weighted({ member1: 1, member2: 1 }),
    });
    world.change<Binding>(
      karmadaTypes.ResourceBinding,
      { namespace: 'demo', name: 'app-deployment' },
      draft =>
        evict(draft, 'member1', {
          producer: 'person',
          reason: 'Manual',
          purgeMode: 'Never',
        }),
    );
    world.pass(60 * MINUTE);
    expect(running(world, 'member1')).toBe('app:1');
    world.confirmPurge(
      { namespace: 'demo', name: 'app-deployment' },
      'member1',
    );
    world.pass(MINUTE);
    expect(running(world, 'member1')).toBeUndefined();
    expect(binding(world)?.spec.clusters).toEqual([
      { name: 'member2', replicas: 2 },
    ]);
  });

  it('by a taint spares what bears the taint, for as long as it bears it', () => {
    const world = placed({
      placement: {
        // A duplicated one would be placed there again: the scheduler does not count the seconds.
        ...weighted({ member1: 1, member2: 1 }),
        clusterTolerations: [
          { key: 'drain', operator: 'Exists', tolerationSeconds: 120 },
        ],
      },
    });
    world.taint('member1', { key: 'drain', effect: 'NoExecute' });
    world.pass(MINUTE);
    expect(binding(world)?.spec.clusters).toHaveLength(2);
    world.pass(2 * MINUTE);
    expect(binding(world)?.spec.clusters?.map(({ name }) => name)).toEqual([
      'member2',
    ]);
  });
});

describe('a cluster', () => {
  it('that leaves takes its copies out and is gone', () => {
    const world = placed();
    world.leave('member1');
    world.pass(MINUTE);
    const { store } = world.karmada;
    expect(store.get(karmadaTypes.Cluster, '', 'member1')).toBeUndefined();
    expect(
      binding(world)?.status?.aggregatedStatus?.map(
        ({ clusterName }) => clusterName,
      ),
    ).toEqual(['member2']);
  });

  it('that comes back gets its duplicated copies again, by itself', () => {
    const world = placed();
    world.loseCluster('member1', 'refuse');
    world.pass(MINUTE);
    world.taint('member1', { key: 'lost', effect: 'NoExecute' });
    world.pass(20 * MINUTE);
    expect(binding(world)?.spec.clusters).toHaveLength(1);
    world.recoverCluster('member1');
    world.pass(MINUTE);
    world.untaint('member1', 'lost');
    world.pass(5 * MINUTE);
    expect(binding(world)?.spec.clusters).toHaveLength(2);
    expect(running(world, 'member1')).toBe('app:1');
  });

  it('that is cordoned keeps what it has', () => {
    const world = placed();
    world.taint('member1', {
      key: 'cluster.karmada.io/unschedulable',
      effect: 'NoSchedule',
    });
    world.pass(5 * MINUTE);
    expect(binding(world)?.spec.clusters).toHaveLength(2);
  });

  it('keeps its complete API enablements and its summary while it is down', () => {
    const world = placed();
    world.loseCluster('member1', 'hang');
    world.pass(2 * MINUTE);
    const { status } = world.karmada.store.get(
      karmadaTypes.Cluster,
      '',
      'member1',
    ) as Cluster;
    expect(
      status?.conditions?.map(
        condition => `${condition.type}=${condition.status}`,
      ),
    ).toEqual(['CompleteAPIEnablements=True', 'Ready=False']);
    expect(status?.nodeSummary).toEqual({ totalNum: 2, readyNum: 2 });
  });
});

describe('what a member runs', () => {
  it('fails as its image tag says', () => {
    const world = placed();
    world.setImage(app, 'app:2-broken');
    world.pass(MINUTE);
    const { store } = world.karmada.members.get('member1')!;
    const states = store
      .list(kubernetesTypes.Pod, 'demo')
      .map(pod => JSON.stringify(pod.status));
    expect(states.some(status => status.includes('CrashLoopBackOff'))).toBe(
      true,
    );
    // The old ones go on: a rolling update does not take them before the new ones serve.
    expect(
      binding(world)?.status?.aggregatedStatus?.[0].status?.availableReplicas,
    ).toBe(2);
  });

  it('waits when no node has room, and says so in an event', () => {
    const world = lab();
    const { store } = world.karmada.members.get('member1')!;
    Objects.create(store, 'kubectl').create(
      kubernetesTypes.Deployment,
      workload({ ...app, image: 'app:1', cpu: '9' }),
    );
    world.pass(MINUTE);
    const messages = store
      .list(kubernetesTypes.Event, 'demo')
      .map(({ message }) => message);
    expect(messages).toContain('0/2 nodes are available: 2 Insufficient cpu.');
  });

  it('keeps the share of a divided Job', () => {
    const world = lab();
    world.apply(
      workload({
        ...app,
        kind: 'Job',
        image: 'app:1',
        parallelism: 4,
        completions: 4,
      }),
    );
    world.apply(
      policy('app', 'demo', [['Job', 'app']], {
        placement: weighted({ member1: 3, member2: 1 }),
      }),
    );
    world.pass(2 * MINUTE);
    const succeeded = ['member1', 'member2'].map(name => {
      const { store } = world.karmada.members.get(name)!;
      const job = store.get(kubernetesTypes.Job, 'demo', 'app');
      return (job?.status as { succeeded?: number }).succeeded;
    });
    expect(succeeded).toEqual([3, 1]);
  });
});

describe('a world', () => {
  it('raises no error of a controller in any of it', () => {
    const world = placed();
    world.scale(app, 7);
    world.pass(MINUTE);
    world.leave('member2');
    world.pass(MINUTE);
    expect(world.karmada.errors).toEqual([]);
  });
});
