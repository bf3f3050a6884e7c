import { buildWorld } from '../../world/buildWorld';
import type { Binding } from '../../karmada/model/Binding';
import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import type { Workload } from '../../karmada/model/Workload';
import { kubernetesTypes } from '../../karmada/types/kubernetesTypes';
import type { World } from '../../world/World';
import type { Deployment } from '../model/messages';
import type { PipecdWorld } from '../PipecdWorld';
import { autopilot } from './autopilot';
import { deliveryStories, tellDelivery } from './stories';

const SECOND = 1000;
let world: World;
let pipecd: PipecdWorld;

beforeAll(() => {
  world = buildWorld({});
  pipecd = world.pipecd!;
}, 60_000);

function namesOf({ stages }: Deployment): string[] {
  return stages.map(({ name }) => name);
}

function template(name: string, namespace = 'demo') {
  return world.karmada.store.get(kubernetesTypes.Deployment, namespace, name);
}

function until(reached: () => unknown): void {
  for (let second = 0; !reached(); second += 1) {
    if (second > 300) {
      throw new Error('it did not happen within five minutes');
    }
    world.pass(SECOND);
  }
}

describe('the past of the delivery', () => {
  it('planned the canary as a pipeline from its second run on', () => {
    const [first, second] = pipecd.deployments('canary');
    expect(namesOf(first)).toEqual(['K8S_SYNC', 'ROLLBACK']);
    expect(namesOf(second)).toEqual([
      'K8S_CANARY_ROLLOUT',
      'WAIT',
      'K8S_PRIMARY_ROLLOUT',
      'K8S_CANARY_CLEAN',
      'ROLLBACK',
    ]);
  });

  it('holds the pipeline with a baseline in the order of the references', () => {
    expect(namesOf(pipecd.latest('analysis-with-baseline')!)).toEqual([
      'K8S_BASELINE_ROLLOUT',
      'K8S_CANARY_ROLLOUT',
      'ANALYSIS',
      'K8S_CANARY_CLEAN',
      'K8S_BASELINE_CLEAN',
      'WAIT_APPROVAL',
      'K8S_PRIMARY_ROLLOUT',
      'ROLLBACK',
    ]);
  });

  it('has a gate that somebody approved who is not listed', () => {
    const gate = pipecd
      .latest('wait-approval')!
      .stages.find(({ name }) => name === 'WAIT_APPROVAL');
    expect(gate?.metadata).toEqual({
      Approvers: 'olivia',
      ApprovedBy: 'hello-pipecd',
    });
  });

  it.each([
    ['invoices', 5, /^Failed while executing stage stage-1$/],
    ['shipping', 6, /^Cancelled by {2}while executing stage /],
    ['tracking', 6, /^Deployment was cancelled while executing stage /],
    ['tariffs', 5, /^Unable to plan the deployment \(unable to plan/],
    ['label-printer', 0, /^The deployment is waiting to be planned$/],
    ['returns', 0, /^The deployment is waiting to be planned$/],
    ['basket', 2, /^The piped started handling this deployment$/],
    ['settlements', 2, /^The piped started handling this deployment$/],
  ])('left %s with status %d', (name, status, reason) => {
    const run = pipecd.latest(name)!;
    expect(run.status).toBe(status);
    expect(run.status_reason).toMatch(reason);
  });

  it('runs app-1 as one chain over three clusters, one after the other', () => {
    const runs = ['cluster-1', 'cluster-2', 'cluster-3'].map(
      cluster => pipecd.latest(`app-1-${cluster}`)!,
    );
    expect(runs.map(run => run.deployment_chain_block_index ?? 0)).toEqual([
      0, 1, 2,
    ]);
    const [chain, ...others] = runs.map(run => run.deployment_chain_id);
    expect(chain).toBeDefined();
    expect(others).toEqual([chain, chain]);
    expect(runs[1].completed_at).toBeGreaterThan(runs[0].completed_at!);
    expect(runs[2].completed_at).toBeGreaterThan(runs[1].completed_at!);
    expect(new Set(runs.map(run => run.trigger.commit.hash)).size).toBe(1);
  });

  it('runs gift-cards on a cluster of each environment, the last behind a gate that waits', () => {
    const tags = world.plain.map(({ member: { store } }) => {
      const found = store.get(
        store.type('apps/v1', 'Deployment')!,
        'gift-cards',
        'gift-cards',
      ) as Workload;
      return found.spec.template.spec.containers[0].image.split(':')[1];
    });
    expect(tags).toEqual(['v2.2.0', 'v2.2.0', 'v2.1.0']);
    const run = pipecd.latest('gift-cards-shire')!;
    expect(run.status).toBe(2);
    expect(run.stages[0]).toMatchObject({ name: 'WAIT_APPROVAL', status: 1 });
  });

  it('leaves a run of stocktake behind one that soaks', () => {
    const [, soaking, next] = pipecd.deployments('stocktake');
    expect(soaking.stages[1]).toMatchObject({ name: 'WAIT', status: 1 });
    expect(next.status).toBe(0);
  });

  it('marks what it applied, so that topology and runs are found together', () => {
    const { id, piped_id } = pipecd.application('basket');
    expect(template('basket', 'shop')?.metadata.annotations).toMatchObject({
      'pipecd.dev/application': id,
      'pipecd.dev/piped': piped_id,
      'pipecd.dev/managed-by': 'piped',
      'pipecd.dev/variant': 'primary',
      'pipecd.dev/commit-hash':
        pipecd.deployments('basket')[0].trigger.commit.hash,
    });
    const v1 = pipecd.application('shipping').id;
    expect(template('shipping', 'shop')?.metadata.labels).toMatchObject({
      'pipecd.dev/application': v1,
    });
  });

  it('shows of a v0 piped the templates alone, as was recorded', () => {
    const { id } = pipecd.application('canary');
    const { resources } = pipecd.controlPlane.liveStates.get(id)!.kubernetes!;
    expect(
      resources.map(({ kind, health_status }) => [kind, health_status]),
    ).toEqual([
      ['Deployment', 1],
      ['Service', 1],
    ]);
  });

  it('shows of a v1 piped bindings and Works below what was applied', () => {
    const { id } = pipecd.application('shipping');
    const { application_live_state: live } =
      pipecd.controlPlane.liveStates.get(id)!;
    const { resources } = live!;
    expect(resources.map(({ resource_type }) => resource_type)).toEqual([
      'Deployment',
      'ResourceBinding',
      'Work',
      'Work',
    ]);
    const [deployment, binding, work] = resources;
    expect(deployment.health_status).toBe(1);
    expect(binding.parent_ids).toEqual([deployment.id]);
    expect(work.parent_ids).toEqual([binding.id]);
  });
});

describe('stories of the delivery', () => {
  it('applies canary-canary, which is placed nowhere, then rolls out and takes it away', () => {
    tellDelivery(world, 'canary-run');
    const run = () => pipecd.latest('canary')!;
    until(() => run().stages[1]?.status === 1);
    const { id } = pipecd.application('canary');
    const canaryVariant = () =>
      pipecd.controlPlane.liveStates
        .get(id)!
        .kubernetes!.resources.find(({ name }) => name === 'canary-canary');
    expect(template('canary-canary')?.metadata.annotations).toMatchObject({
      'pipecd.dev/application': id,
      'pipecd.dev/variant': 'canary',
    });
    until(() => canaryVariant());
    expect(canaryVariant()).toMatchObject({
      health_status: 2,
      health_description:
        'Waiting for rollout to finish because observed deployment generation less than desired generation',
    });
    expect(
      world.karmada.store.get(
        karmadaTypes.ResourceBinding,
        'demo',
        'canary-canary-deployment',
      ),
    ).toBeUndefined();
    until(() => run().status === 4);
    expect(template('canary-canary')).toBeUndefined();
    expect(JSON.stringify(template('canary')?.spec)).toContain(
      'helloworld:v0.33.0',
    );
  });

  it('places the canary of canary-mended, whose policy selects by label', () => {
    tellDelivery(world, 'canary-mended-run');
    until(() => pipecd.latest('canary-mended')!.stages[1]?.status === 1);
    const placed = () =>
      world.karmada.store.get(
        karmadaTypes.ResourceBinding,
        'demo',
        'canary-mended-canary-deployment',
      ) as Binding | undefined;
    until(() => placed()?.spec.clusters);
    expect(placed()?.spec.replicas).toBe(1);
    until(() => pipecd.latest('canary-mended')!.status === 4);
  });

  it('rolls a bad version back: the template is what it was', () => {
    const before = JSON.stringify(template('invoices', 'shop')?.spec);
    tellDelivery(world, 'run-rolls-back');
    until(() => pipecd.latest('invoices')!.status === 3);
    until(() => pipecd.latest('invoices')!.status === 5);
    expect(JSON.stringify(template('invoices', 'shop')?.spec)).toBe(before);
    expect(template('invoices-canary', 'shop')).toBeUndefined();
    // The next one is good again.
    pipecd.push('invoices', 'Bring v4.9.0');
    until(() => pipecd.latest('invoices')!.status === 4);
  });

  it('takes an approval while the piped is offline, and counts it when it is back', () => {
    tellDelivery(world, 'run-starts');
    const gate = () => pipecd.latest('wait-approval')!.stages[1];
    until(() => gate()?.status === 1);
    tellDelivery(world, 'piped-offline');
    tellDelivery(world, 'gate-approved');
    world.pass(60 * SECOND);
    expect(gate().status).toBe(1);
    expect(gate().metadata).toEqual({ Approvers: 'olivia' });
    tellDelivery(world, 'piped-back');
    until(() => pipecd.latest('wait-approval')!.status === 4);
    expect(gate().metadata).toMatchObject({ ApprovedBy: 'olivia' });
  });

  it('says what differs when somebody changes the cluster by hand', () => {
    world.setImage(
      { namespace: 'demo', name: 'canary' },
      'ghcr.io/pipe-cd/helloworld:v0.30.0',
    );
    const state = () => pipecd.application('canary').sync_state!;
    until(() => state().status === 3);
    expect(state().reason).toContain(
      [
        '            #spec.template.spec.containers.0.image',
        '-           image: ghcr.io/pipe-cd/helloworld:v0.30.0',
        '+           image: ghcr.io/pipe-cd/helloworld:v0.33.0',
      ].join('\n'),
    );
  });

  it('ends a run that is cancelled with its gate', () => {
    tellDelivery(world, 'run-starts');
    until(() => pipecd.latest('wait-approval')!.stages[1]?.status === 1);
    tellDelivery(world, 'run-cancelled');
    until(() => pipecd.latest('wait-approval')!.status === 6);
    expect(pipecd.latest('wait-approval')!.status_reason).toBe(
      'Cancelled by olivia while executing stage stage-1',
    );
  });

  it('rolls production of gift-cards on once somebody has let it in', () => {
    tellDelivery(world, 'gift-cards-approved');
    until(() => pipecd.latest('gift-cards-shire')!.status === 4);
    const { store } = world.plain.find(({ name }) => name === 'shire')!.member;
    const type = store.type('apps/v1', 'Deployment')!;
    const deployed = () =>
      store.get(type, 'gift-cards', 'gift-cards') as Workload;
    expect(JSON.stringify(deployed().spec)).toContain('gift-cards:v2.2.0');
    expect(deployed().metadata.annotations).toMatchObject({
      'pipecd.dev/application': pipecd.application('gift-cards-shire').id,
    });
    until(
      () =>
        (deployed().status as { updatedReplicas?: number }).updatedReplicas ===
        3,
    );
  });

  it('fails a run whose cluster cannot be reached, and leaves the cluster as it is', () => {
    const gondor = world.plain.find(({ name }) => name === 'gondor')!;
    gondor.reachable = false;
    tellDelivery(world, 'gift-cards-run');
    until(() => pipecd.latest('gift-cards-shire')!.status === 6);
    gondor.reachable = true;
    const run = pipecd.latest('gift-cards-gondor')!;
    expect(run.status).toBe(5);
    expect(
      JSON.stringify(
        pipecd.controlPlane.logs.gathered(run.id, run.stages[0].id),
      ),
    ).toContain('dial gondor: connect: connection refused');
    expect(world.karmada.errors).toEqual([]);
  });

  it('holds a run in a status of a newer control plane, over a restart too, until that is as before', () => {
    tellDelivery(world, 'status-unheard-of');
    const run = () => pipecd.latest('vouchers')!;
    until(() => run().status === 7);
    pipecd.push('vouchers', 'Bring v8.0.0', 'Noor');
    world.pass(60 * SECOND);
    tellDelivery(world, 'piped-upgraded');
    world.pass(60 * SECOND);
    const [, held, behind] = pipecd.deployments('vouchers');
    expect([held.status, behind.status]).toEqual([7, 0]);
    tellDelivery(world, 'status-known-again');
    until(() => run().status === 4);
    expect(held.status).toBe(4);
  });

  it('has nothing to approve where no gate waits, and says so', () => {
    expect(() => tellDelivery(world, 'gate-approved')).toThrow(
      'no gate of wait-approval waits',
    );
    expect(deliveryStories).toContain('chain-run');
  });

  it('goes on by itself: runs start, gates are approved, one is rolled back', () => {
    const before = pipecd.controlPlane.deployments.size;
    const land = autopilot(world);
    world.pass(600 * SECOND);
    land();
    const made = [...pipecd.controlPlane.deployments.values()].slice(before);
    expect(made.length).toBeGreaterThanOrEqual(8);
    const ends = new Set(made.map(({ status }) => status));
    expect(ends).toContain(4);
    expect(ends).toContain(5);
    expect(world.karmada.errors).toEqual([]);
  });
});
