import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ActionPreview,
  ApprovalDetails,
  ApprovalItem,
  ApprovalList,
  ApprovalRequest,
  LineStop,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  LaneEntry,
  realHarness,
  RealLaneHarness,
} from './__testUtils__/laneHarness';
import { laneWorld } from './__testUtils__/laneWorld';
import { realLaneWorld } from './__testUtils__/realLaneWorld';
import { eventually, startLanePortal } from './__testUtils__/startLanePortal';

jest.setTimeout(300_000);

/** What a policy says of how it holds. */
interface Policy {
  metadata: { annotations?: Record<string, string> };
  spec: {
    suspension?: {
      dispatching?: boolean;
      dispatchingOnClusters?: { clusterNames: string[] };
    };
  };
}

const HELD = { dispatching: true };
// Closed last: what uses it is stopped before.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const file = process.env.KARMADA_KUBECONFIG;
const [describeReal, without] = file
  ? [describe, '']
  : [describe.skip, ' (without KARMADA_KUBECONFIG)'];

describeReal(
  `lanes of a real Karmada, in the names of people${without}`,
  () => {
    let karmada: RealLaneHarness;
    let portal: Awaited<ReturnType<typeof startLanePortal>>;

    async function start(change: Partial<LaneEntry> = {}) {
      const knex = await databases.init('SQLITE_3');
      return startLanePortal({
        database: { getClient: async () => knex },
        entry: {
          ...karmada.entry,
          identity: realLaneWorld.identity,
          ...change,
        },
        approvals: realLaneWorld.approvals as typeof laneWorld.approvals,
      });
    }

    const lane = (name: string, at = portal) =>
      eventually(async () =>
        (await at.lanes()).find(({ policy }) => policy.endsWith(`/${name}`)),
      );
    const policy = (name: string) =>
      karmada.read<Policy>('', 'propagationpolicy', name);
    const held = async (name: string) => (await policy(name)).spec.suspension;
    const open = async (name: string) => {
      const form = await held(name);
      return form?.dispatchingOnClusters?.clusterNames;
    };
    const setImage = (name: string, version: string) =>
      karmada.kubectl(
        'set',
        'image',
        `deployment/${name}`,
        `app=${laneWorld.image(version)}`,
      );

    async function arm(name: string) {
      await eventually(async () => {
        const { body } = await portal.manage('arm', (await lane(name)).id);
        return body.done;
      });
      await eventually(async () => (await lane(name)).state === 'armed');
      expect(await held(name)).toEqual(HELD);
    }

    const requestOf = (
      name: string,
      holds: (request: ApprovalRequest) => boolean,
    ) =>
      eventually(async () => {
        const path = '/approvals?scope=all';
        const { body } = await portal.call<ApprovalList>('paul', 'GET', path);
        const item = body.items.find(({ request }) =>
          request.lane?.policy.endsWith(`/${name}`),
        );
        const request = item && (await portal.read(item.request.id));
        return request && holds(request) && request;
      });

    /** Arms a lane, changes what it holds, and gives the request once both owners approved it. */
    async function approved(
      name: string,
      change: () => Promise<unknown> = () => setImage(name, '2'),
    ): Promise<ApprovalRequest> {
      await arm(name);
      await change();
      // What is rendered for each cluster comes one after the other, and with it the request grows.
      const request = await requestOf(
        name,
        ({ state, subject }) =>
          state === 'pending' && subject.lane?.clusters.length === 2,
      );
      await portal.approve(request);
      return request;
    }

    const ends = (id: string) =>
      eventually(async () => {
        const request = await portal.read(id);
        return request.closedAt !== undefined && request;
      });

    const act = <Body>(who: string, path: string, body: object, etag: string) =>
      portal.call<Body>(who, 'POST', path, { body, ifMatch: etag });

    const stepsOf = ({ steps }: ApprovalRequest) =>
      steps.map(({ key, state }) => `${key} ${state}`);

    beforeAll(async () => {
      karmada = await realHarness(file!, realLaneWorld.objects);
      portal = await start();
      await eventually(async () => {
        const { clusters } = await lane('stopped');
        return clusters.length === 2 && clusters.every(({ runs }) => runs);
      });
    });

    afterAll(async () => {
      await portal?.stop();
      await karmada?.close();
    });

    describe('that are not armed', () => {
      /** What speaks against it, once something does. */
      const refused = async (
        name: string,
        at = portal,
        who: 'paul' | 'olivia' = 'paul',
      ) =>
        eventually(async () => {
          const { id } = await lane(name, at);
          const path = `/lanes/${id}/actions/arm`;
          const { body } = await at.call<ActionPreview>(who, 'POST', path, {
            body: { dryRun: true },
          });
          const failed = body.checks
            .filter(({ ok }) => !ok)
            .map(({ code, sentence: { text } }) => `${code}: ${text}`);
          return failed.length > 0 && failed;
        });

      it('where what follows by propagateDeps is held by nobody, or what a list leaves out', async () => {
        expect(await refused('parent')).toEqual([
          expect.stringMatching(/^dependencies-not-held: .*ConfigMap settings/),
        ]);
        expect(await refused('listed')).toEqual([
          expect.stringMatching(/^managed-elsewhere: .*kubectl/),
          expect.stringMatching(/^held-already: /),
          expect.stringMatching(/^cluster-not-covered: .*member2/),
        ]);
        expect(await held('listed')).toMatchObject({
          dispatchingOnClusters: { clusterNames: ['member1'] },
        });
      });

      it('where whoever arms has no right of their own, though the portal has all of them', async () => {
        expect(await refused('stopped', portal, 'olivia')).toEqual([
          expect.stringMatching(/^rights-missing: .*patch propagationpolicies/),
        ]);
      });

      it('where what is rendered cannot be read', async () => {
        const { works: _, ...credentials } = karmada.entry.credentials;
        const other = await start({ credentials } as Partial<LaneEntry>);
        try {
          expect(await refused('stopped', other)).toEqual([
            expect.stringMatching(/^unavailable: .*credentials\.works/),
          ]);
        } finally {
          await other.stop();
        }
      });
    });

    it('are held while somebody thinks between two clusters, and go on when they say so', async () => {
      const { id } = await approved('asked');
      const asks = await eventually(async () => {
        const request = await portal.read(id);
        return request.state === 'halted' && request;
      });
      expect(asks.halted?.may).toContain('continue');
      expect(stepsOf(asks)[0]).toBe('cluster/member1 observed');
      expect(await held('asked')).toEqual(HELD);
      const body = { action: 'continue', reason: 'It is well' };
      await act('olivia', `/approvals/${id}/resolve`, body, asks.etag);
      expect((await ends(id)).state).toBe('applied');
      expect(await held('asked')).toEqual(HELD);
    });

    it('let nothing out that was taken back in time', async () => {
      const { id } = await approved('recalled');
      const sealed = await portal.read(id);
      expect(sealed.recallUntil).toBeDefined();
      const recall = `/approvals/${id}/recall`;
      const { status, body } = await act<ApprovalItem>(
        'noor',
        recall,
        {},
        sealed.etag,
      );
      expect([status, body.request?.state]).toEqual([200, 'pending']);
      await new Promise(resolve => {
        setTimeout(resolve, 10_000);
      });
      expect(await held('recalled')).toEqual(HELD);
      expect((await portal.read(id)).state).toBe('pending');
    });

    it('are held by whoever armed them where the last voter lost their right meanwhile', async () => {
      const { id } = await approved('refused');
      await eventually(async () =>
        (await open('refused'))?.includes('member1'),
      );
      await karmada.kubectl('delete', 'rolebinding', 'noor');
      const may = karmada.kubectl(
        'auth',
        'can-i',
        'patch',
        'propagationpolicies',
        '--as=noor',
      );
      await expect(may).rejects.toMatchObject({ stdout: 'no\n' });
      expect(stepsOf(await ends(id))).toEqual([
        'cluster/member1 observed',
        'cluster/member2 observed',
        'hold observed',
      ]);
      expect(await held('refused')).toEqual(HELD);
      await karmada.put(realLaneWorld.rights('noor'));
    });

    it('are held while the line is stopped in the middle of a release, and go on after that', async () => {
      const { id } = await approved('stopped');
      await eventually(async () =>
        (await open('stopped'))?.includes('member2'),
      );
      const stop = await portal.call<LineStop>('paul', 'POST', '/stops', {
        body: {
          scope: { environment: 'production' },
          reason: 'a test',
          until: new Date(Date.now() + 600_000).toISOString(),
        },
      });
      expect(stop.status).toBe(200);
      await eventually(
        async () => (await held('stopped'))?.dispatching === true,
      );
      const now = await portal.call<ApprovalDetails>(
        'paul',
        'GET',
        `/approvals/${id}`,
      );
      expect(stepsOf(now.body.item.request).slice(0, 2)).toEqual([
        'cluster/member1 observed',
        'cluster/member2 queued',
      ]);
      const lift = { body: { reason: 'a test' } };
      await portal.call('paul', 'DELETE', `/stops/${stop.body.id}`, lift);
      expect((await ends(id)).state).toBe('applied');
      expect(await held('stopped')).toEqual(HELD);
    });

    it('are held again when a cluster refuses what was released to it, and say what it said', async () => {
      const { id } = await approved('broken', async () => {
        await karmada.put(realLaneWorld.refusedBy('member2', 'broken'));
        await setImage('broken', '2');
      });
      const halted = await eventually(async () => {
        const request = await portal.read(id);
        return request.state === 'halted' && request;
      });
      expect(stepsOf(halted).slice(0, 2)).toEqual([
        'cluster/member1 observed',
        'cluster/member2 halted',
      ]);
      expect(halted.halted?.sentence.text).toMatch(
        /member2.*Invalid value: -1/,
      );
      expect(await held('broken')).toEqual(HELD);
      const body = { action: 'abandon', reason: 'It cannot be' };
      await act('olivia', `/approvals/${id}/resolve`, body, halted.etag);
      await ends(id);
      expect(await held('broken')).toEqual(HELD);
    });

    it('say when they are disarmed that somebody else holds them still, and what is held stays', async () => {
      await arm('shared');
      await karmada.put(
        {
          apiVersion: 'policy.karmada.io/v1alpha1',
          kind: 'PropagationPolicy',
          metadata: { name: 'shared', namespace: 'demo' },
          spec: { suspension: HELD },
        },
        'somebody-else',
      );
      const { id } = await lane('shared');
      const says = ({ body: { checks, effects } }: { body: ActionPreview }) =>
        [...checks.map(({ sentence }) => sentence), ...effects]
          .map(({ text }) => text)
          .join();
      const look = await portal.call<ActionPreview>(
        'paul',
        'POST',
        `/lanes/${id}/actions/disarm`,
        { body: { dryRun: true } },
      );
      expect(says(look)).toContain('somebody-else');
      const done = await portal.manage('disarm', id);
      expect(done.body).toMatchObject({ done: true });
      expect(says(done)).toContain('somebody-else');
      expect(await held('shared')).toEqual(HELD);
      const { annotations = {} } = (await policy('shared')).metadata;
      expect(
        Object.keys(annotations).filter(key => key.includes('fairway')),
      ).toEqual([]);
      await eventually(async () => (await lane('shared')).state === 'held');
    });
  },
);
