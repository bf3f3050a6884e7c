import {
  laneDigest,
  LaneRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import { eventually } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { Embedded } from '../__testUtils__/embedded';
import { KarmadaSource } from '../KarmadaSource';
import { projectPolicy } from '../project/projectPolicy';

jest.setTimeout(60_000);

const paul = {
  userEntityRef: 'user:default/paul',
  ownershipEntityRefs: ['group:default/platform'],
};

describe('KarmadaLanes', () => {
  let embedded: Embedded;
  let source: KarmadaSource;

  const all = () => ({
    works: embedded.credential('karmada-works'),
    logs: embedded.credential('karmada-logs'),
    act: embedded.credential('karmada-act'),
  });

  const request = (name = 'canary'): LaneRequest => ({
    policy: projectPolicy(
      { metadata: { name, namespace: 'demo' }, spec: {} },
      'PropagationPolicy',
    )!,
    placements: [],
    deadlineMs: 5000,
    signal: new AbortController().signal,
  });

  beforeAll(async () => {
    embedded = await Embedded.start();
    source = embedded.source({
      identity: { user: '{name}', groups: '{name}' },
      credentials: all(),
    });
    const { sink } = embedded.observe(source);
    await embedded.placed(sink);
  });

  afterAll(async () => {
    await embedded.close();
  });

  it('says which credential is missing, and refuses without it', () => {
    const { act, ...rest } = all();
    const without = embedded.source({ credentials: rest });
    const { available, reason } = without.lanes.capabilities();

    expect(act).toBeDefined();
    expect(available).toBe(false);
    expect(reason?.code).toBe('lane.off.act');
  });

  it('proves kinds without a generation by the member’s own objects, and only in somebody’s name', async () => {
    const content = await eventually(async () => {
      const found = await source.lanes.read(request());
      return found.settled && found.clusters.member1?.length === 4
        ? found
        : undefined;
    });
    const asked = {
      ...request(),
      cluster: 'member1',
      digest: laneDigest(content.clusters.member1),
    };
    const nobody = await eventually(async () => {
      const seen = await source.lanes.observe(asked);
      return seen.outcome === 'progressing' ? undefined : seen;
    });
    const person = await source.lanes.observe({ ...asked, caller: paul });

    expect(nobody.outcome).toBe('unproven');
    expect(nobody.sentence.text).toContain('ConfigMap settings');
    // The platform team may not read Secrets in members, and what cannot be read is named.
    expect(person.outcome).toBe('unproven');
    expect(person.sentence.text).toContain('Secret password');
    expect(JSON.stringify(content)).not.toContain('canary-token');
  });

  it('takes a member that hangs for one that cannot be read, and does not look for ever while it is open', async () => {
    const { faults } = embedded.simulator;
    const content = await source.lanes.read(request());
    const asked = {
      ...request(),
      cluster: 'member1',
      digest: laneDigest(content.clusters.member1),
      deadlineMs: 3000,
      caller: paul,
    };
    const hang = faults.add({
      server: 'member1',
      verb: 'get',
      action: { type: 'hang' },
    });
    try {
      const signal = AbortSignal.timeout(3000);
      const seen = await source.lanes.observe({ ...asked, signal });
      expect(seen.outcome).toBe('unproven');
      expect(seen.sentence.text).toContain('ConfigMap settings');
    } finally {
      faults.remove(hang);
    }
    // Whoever gives up the whole look is not told that the member was read.
    await expect(
      source.lanes.observe({ ...asked, signal: AbortSignal.abort() }),
    ).rejects.toThrow('aborted');
  });

  it('takes a release that never left the hold for no release, whatever the cluster reports of the one before', async () => {
    const { world } = embedded.simulator;
    const settings = (value: string) =>
      world.apply({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'kept', namespace: 'demo' },
        data: { value },
      });
    const policy = (suspension?: object) =>
      world.apply({
        apiVersion: 'policy.karmada.io/v1alpha1',
        kind: 'PropagationPolicy',
        metadata: { name: 'kept', namespace: 'demo' },
        spec: {
          resourceSelectors: [
            { apiVersion: 'v1', kind: 'ConfigMap', name: 'kept' },
          ],
          placement: { clusterAffinity: { clusterNames: ['member1'] } },
          ...(suspension && { suspension }),
        },
      });
    const rendered = (not?: string) =>
      eventually(async () => {
        const { settled, clusters } = await source.lanes.read(request('kept'));
        const digest = clusters.member1 && laneDigest(clusters.member1);
        return settled && digest !== not ? digest : undefined;
      });
    const look = async (digest: string, over?: boolean) =>
      (
        await source.lanes.observe({
          ...request('kept'),
          cluster: 'member1',
          digest,
          ...(over && { over }),
        })
      ).outcome;

    settings('1');
    policy();
    const first = await rendered();
    await eventually(async () =>
      (await look(first)) === 'unproven' ? true : undefined,
    );
    policy({ dispatching: true });
    await eventually(async () =>
      (await look(first)) === 'progressing' ? true : undefined,
    );
    settings('2');
    const held = await rendered(first);

    expect(await look(held)).toBe('progressing');
    // Of what was seen there before it was held again, the cluster's last word counts.
    expect(await look(held, true)).toBe('unproven');
  });

  it('names what follows by propagateDeps and is held by nobody', async () => {
    const { world } = embedded.simulator;
    world.apply({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'loose', namespace: 'demo' },
      data: { a: 'b' },
    });
    world.apply({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'parent', namespace: 'demo' },
      spec: {
        replicas: 1,
        selector: { matchLabels: { app: 'parent' } },
        template: {
          metadata: { labels: { app: 'parent' } },
          spec: {
            containers: [
              {
                name: 'app',
                image: 'example.org/parent:1',
                envFrom: [{ configMapRef: { name: 'loose' } }],
              },
            ],
          },
        },
      },
    });
    world.apply({
      apiVersion: 'policy.karmada.io/v1alpha1',
      kind: 'PropagationPolicy',
      metadata: { name: 'parent', namespace: 'demo' },
      spec: {
        propagateDeps: true,
        resourceSelectors: [
          { apiVersion: 'apps/v1', kind: 'Deployment', name: 'parent' },
        ],
        placement: { clusterAffinity: { clusterNames: ['member1'] } },
      },
    });
    const check = await eventually(async () => {
      const checks = await source.lanes.check({
        ...request('parent'),
        caller: paul,
      });
      return checks.find(
        ({ code, sentence }) =>
          code === 'dependencies-not-held' &&
          sentence.code === 'lane.check.dependencies.failed',
      );
    });

    expect(check.ok).toBe(false);
    expect(check.sentence.text).toContain('ConfigMap loose');
  });

  it('says which rights a person lacks', async () => {
    const checks = await source.lanes.check({
      ...request(),
      caller: { userEntityRef: 'user:default/guest', ownershipEntityRefs: [] },
    });
    const rights = checks.find(({ code }) => code === 'rights-missing');

    expect(rights?.ok).toBe(false);
    expect(rights?.sentence.text).toContain('patch propagationpolicies');
  });

  it('reads a policy that is gone as unreadable, and does not pass on what the server says as an error', async () => {
    await expect(source.lanes.read(request('none'))).rejects.toMatchObject({
      name: 'LaneUnreadableError',
      code: 'unreadable',
    });
    const checks = await source.lanes.check(request('none'));
    expect(checks.find(({ code }) => code === 'unreadable')?.ok).toBe(false);
  });

  it('cordons on the condition of what was looked at, once, and takes it back', async () => {
    const clusters = source.clusters;
    const base = {
      cluster: { name: 'member3' } as never,
      caller: paul,
      deadlineMs: 5000,
      signal: new AbortController().signal,
    };
    const act = (
      action: 'cordon' | 'uncordon',
      rest: { dryRun: boolean; precondition?: string },
    ) => clusters.manage({ ...base, action, ...rest });

    const look = await act('cordon', { dryRun: true });
    expect(look).toMatchObject({ outcome: 'requested' });
    const stale = await act('cordon', { dryRun: false, precondition: '1' });
    expect(stale).toMatchObject({ outcome: 'refused', code: 'conflict' });

    const { precondition } = look;
    const done = await act('cordon', { dryRun: false, precondition });
    expect(done).toMatchObject({
      outcome: 'applied',
      actedAs: { mode: 'impersonated', nativeId: 'paul' },
    });
    expect(await act('cordon', { dryRun: true })).toMatchObject({
      outcome: 'noop',
    });
    const back = await act('uncordon', { dryRun: true });
    expect(
      await act('uncordon', {
        dryRun: false,
        precondition: back.precondition,
      }),
    ).toMatchObject({ outcome: 'applied' });
  });

  it('does not cordon for who may not', async () => {
    const result = await source.clusters.manage({
      action: 'cordon',
      cluster: { name: 'member3' } as never,
      caller: {
        userEntityRef: 'user:default/olivia',
        ownershipEntityRefs: ['group:default/team-canary'],
      },
      dryRun: true,
      deadlineMs: 5000,
      signal: new AbortController().signal,
    });

    expect(result).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(result.sentence?.text).toContain('olivia');
  });
});
