import { DetailRequest } from '@fairway/backstage-plugin-multicluster-node';
import { eventually } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { Embedded } from '../__testUtils__/embedded';
import { KarmadaSource } from '../KarmadaSource';

jest.setTimeout(60_000);

/** Granted clusters/proxy and the members of the embedded world. */
const olivia = {
  userEntityRef: 'user:default/olivia',
  ownershipEntityRefs: ['group:default/team-canary'],
};
const identity = { user: '{name}', groups: '{name}' };

describe('KarmadaDetail', () => {
  let embedded: Embedded;
  let source: KarmadaSource;
  let request: DetailRequest;

  beforeAll(async () => {
    embedded = await Embedded.start();
    source = embedded.source({ identity });
    const { sink } = embedded.observe(source);
    const placement = await embedded.placed(sink);
    request = {
      caller: olivia,
      workload: placement.workload,
      placement,
      clusters: ['member1', 'member2'],
      deadlineMs: 2000,
      signal: new AbortController().signal,
    };
  });

  afterAll(async () => {
    await embedded.close();
  });

  it('reads the pods of the workload on each cluster, and not those of one whose name begins alike', async () => {
    const clusters = await eventually(async () => {
      const read = await source.detail.pods(request);
      return read.every(({ items }) => items.length === 1) ? read : undefined;
    });

    expect(clusters.map(({ cluster }) => cluster)).toEqual([
      'member1',
      'member2',
    ]);
    for (const { items, problem } of clusters) {
      expect(problem).toBeUndefined();
      expect(items[0].name).toMatch(/^canary-[^-]+-[^-]+$/);
      expect(items[0].containers[0].image).toBe('example.org/canary:1');
    }
  });

  it('shows what it could read when one cluster hangs and another one is unknown', async () => {
    embedded.simulator.slowCluster('member2', 60_000);
    const started = performance.now();
    const read = await source.detail.pods({
      ...request,
      clusters: ['member1', 'member2', 'nope'],
    });
    embedded.simulator.slowCluster('member2', 0);

    expect(performance.now() - started).toBeLessThan(10_000);
    expect(
      read.map(({ cluster, problem }) => [cluster, problem?.code]),
    ).toEqual([
      ['member1', undefined],
      ['member2', 'timeout'],
      ['nope', 'not-served'],
    ]);
    expect(read[0].items).toHaveLength(1);
  });

  it('says that the control plane cannot reach a member, as is usual with Pull', async () => {
    embedded.simulator.world.karmada.setMember('member3', { reachable: false });
    const [read] = await source.detail.pods({
      ...request,
      clusters: ['member3'],
    });

    expect(read.problem).toMatchObject({
      code: 'unreachable',
      sentence: { code: 'detail.unreachable' },
    });
  });

  it('reads as the person who asks, and says who refused them', async () => {
    const stranger = {
      userEntityRef: 'user:default/mallory',
      ownershipEntityRefs: ['group:default/others'],
    };
    const [read] = await source.detail.pods({ ...request, caller: stranger });

    expect(read).toMatchObject({
      items: [],
      problem: {
        code: 'forbidden',
        sentence: { code: 'detail.forbidden.controlPlane' },
      },
    });
    expect(read.problem?.sentence.text).toContain('mallory');
  });

  it('refuses a person who has no name in the clusters', async () => {
    const byMail = embedded.source({
      identity: { user: '{email}', trustProfileEmail: true },
    });
    const [read] = await byMail.detail.pods(request);

    expect(read.problem?.sentence.code).toBe('detail.unmapped');
    await expect(
      byMail.detail.log({
        ...request,
        cluster: 'member1',
        pod: 'any',
        follow: false,
        previous: false,
        tailLines: 1,
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('reads events of the control plane and of each cluster, newest first', async () => {
    const read = await source.detail.events(request);

    expect(read.map(({ cluster }) => cluster)).toEqual([
      '',
      'member1',
      'member2',
    ]);
    for (const { items } of read) {
      expect(JSON.stringify(items)).not.toContain('canary-canary');
    }
    expect(read[0].items.map(({ reason }) => reason)).toContain(
      'ScheduleBindingSucceed',
    );
  });

  it('reads from Works what each cluster was sent', async () => {
    expect(await source.detail.rendered(request)).toMatchObject([
      {
        cluster: 'member1',
        items: [{ replicas: 1, versions: [{ image: 'example.org/canary:1' }] }],
      },
      {
        cluster: 'member2',
        items: [{ replicas: 1, versions: [{ image: 'example.org/canary:1' }] }],
      },
    ]);
  });

  it('reads what each cluster has in the words of what it was sent, so that equal ones are equal line by line', async () => {
    await eventually(async () => {
      const [sent, has] = await Promise.all([
        source.detail.rendered(request),
        source.detail.live(request),
      ]);
      const texts = sent.map(({ items }) => items[0]?.manifest);
      expect(texts[0]).toContain('image: example.org/canary:1');
      expect(has.map(({ items }) => items[0]?.manifest)).toEqual(texts);
      return true;
    });
  });

  it('tells a cluster that has none from one that cannot be asked', async () => {
    const workload = { ...request.workload, name: 'nothing-of-that-name' };
    const read = await source.detail.live({
      ...request,
      workload,
      clusters: ['member1', 'nope'],
    });
    expect(read.map(({ items, problem }) => [items, problem?.code])).toEqual([
      [[], undefined],
      [[], 'not-served'],
    ]);
  });

  it('is off without a credential of its own', async () => {
    const plain = embedded.source({ credentials: {} });

    const off = plain.detail.capabilities().filter(c => !c.available);
    expect(off.map(({ name }) => name)).toEqual([
      'pods',
      'logs',
      'live',
      'rendered',
    ]);
    for (const read of [
      await plain.detail.pods(request),
      await plain.detail.rendered(request),
      await plain.detail.live(request),
    ]) {
      expect(read[0].problem?.code).toBe('configuration');
      expect(read[0].items).toEqual([]);
    }
    const [own, member] = await plain.detail.events(request);
    expect(own.items.length).toBeGreaterThan(0);
    expect(member.problem?.code).toBe('configuration');
  });

  describe('logs', () => {
    const options = {
      cluster: 'member1',
      follow: false,
      previous: false,
      tailLines: 3,
    };
    const podOf = async (name: string) => {
      const workload = { ...request.workload, name };
      const [read] = await source.detail.pods({ ...request, workload });
      return read.items[0].name;
    };

    it('are read line by line', async () => {
      const pod = await podOf('canary');
      const lines = [];
      for await (const line of await source.detail.log({
        ...request,
        ...options,
        pod,
      })) {
        lines.push(line);
      }

      expect(lines.length).toBeGreaterThan(0);
      expect(lines.length).toBeLessThanOrEqual(3);
      expect(lines[0].time).toMatch(/^\d{4}-/);
      expect(lines[0].text).not.toMatch(/^\d{4}-/);
    });

    it('are followed until the reader stops', async () => {
      const pod = await podOf('canary');
      const abort = new AbortController();
      const seen = [];
      const log = await source.detail.log({
        ...request,
        ...options,
        pod,
        follow: true,
        signal: abort.signal,
      });
      await expect(async () => {
        for await (const line of log) {
          seen.push(line);
          abort.abort();
        }
      }).rejects.toMatchObject({ name: 'AbortError' });
      expect(seen.length).toBeGreaterThan(0);
    });

    it('of a neighbour are not found, although the person could read them', async () => {
      const pod = await podOf('canary-canary');

      await expect(
        source.detail.log({ ...request, ...options, pod }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    it('are refused with the name of who refused', async () => {
      const pod = await podOf('canary');
      const caller = {
        userEntityRef: 'user:default/mallory',
        ownershipEntityRefs: [],
      };

      await expect(
        source.detail.log({ ...request, ...options, pod, caller }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('control plane'),
      });
    });

    it('of a member that cannot be reached are unavailable', async () => {
      await expect(
        source.detail.log({
          ...request,
          ...options,
          cluster: 'member3',
          pod: 'any',
        }),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    });
  });
});
