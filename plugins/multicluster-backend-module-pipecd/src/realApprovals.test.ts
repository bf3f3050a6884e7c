import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRunOver } from '@fairway/backstage-plugin-multicluster-common';
import { expectTold } from './__testUtils__/real/expectTold';
import {
  realControlPlane,
  realPipecd,
  realSource,
} from './__testUtils__/real/realPipecd';
import { ApprovalPortal } from './__testUtils__/ApprovalPortal';
import { RealReader } from './__testUtils__/real/RealReader';

const { address, signingKeyFile, gatePort, gateSecretFile } = realPipecd;
const missing = Object.entries({
  'PIPECD_JOURNEYS=1': process.env.PIPECD_JOURNEYS === '1',
  PIPECD_ADDRESS: address,
  PIPECD_SIGNING_KEY_FILE: signingKeyFile,
}).flatMap(([variable, given]) => (given ? [] : [variable]));
const asking = Object.entries({
  PIPECD_GATE_PORT: gatePort,
  PIPECD_GATE_SECRET_FILE: gateSecretFile,
}).flatMap(([variable, given]) => (given ? [] : [variable]));

const without = (variables: string[]) =>
  variables.length > 0 ? ` (without ${variables.join(', ')})` : '';
const describeReal = missing.length > 0 ? describe.skip : describe;
const describeAsking = asking.length > 0 ? describe.skip : describe;

jest.setTimeout(600_000);

describeReal(
  `approvals of the portal, over a real PipeCD${without(missing)}`,
  () => {
    let reader: RealReader;
    let portal: ApprovalPortal;
    let keyFile: string;

    beforeAll(async () => {
      const dir = mkdtempSync(path.join(tmpdir(), 'fairway-pipecd-'));
      keyFile = path.join(dir, 'key');
      copyFileSync(signingKeyFile!, keyFile);
      reader = RealReader.start(realSource('signing-key'));
      portal = await ApprovalPortal.start({
        applications: ['two', 'v1two', 'v1timeout', 'ask', 'v1ask'],
        controlPlane: realControlPlane({
          web: { mode: 'signing-key', keyFile },
          identity: { user: '{name}' },
        }),
        ...(asking.length === 0 && {
          gate: {
            port: Number(gatePort),
            secret: readFileSync(gateSecretFile!, 'utf8').trim(),
          },
        }),
      });
    });
    afterAll(async () => {
      await portal?.stop();
      await reader?.stop();
      rmSync(path.dirname(keyFile), { recursive: true });
    });

    afterEach(() => copyFileSync(signingKeyFile!, keyFile));

    /** Syncs anew, once nothing of the application runs; the run of PipeCD and what the portal asks about it. */
    async function begin(name: string) {
      await reader.clear(name);
      const run = await reader.sync(name);
      return { run, asked: await portal.requestOf(run) };
    }
    const ended = (id: string) =>
      portal.until(id, 'it has ended', ({ closedAt }) => Boolean(closedAt));
    const isOver = (run: string) =>
      reader.until(run, 'it is over', ({ status }) => isRunOver(status));

    it.each([
      { name: 'two', piped: 'v0', voters: ['alice', 'bob'] },
      { name: 'v1two', piped: 'v1', voters: ['carol', 'alice'] },
    ])(
      'sends two votes one by one to the stage of a $piped piped, each in the name of its voter',
      async ({ name, voters }) => {
        const { run, asked } = await begin(name);
        expect(asked).toMatchObject({
          kind: 'gate',
          state: 'pending',
          identityMode: 'impersonated',
          delivery: 'worker',
          enforcement: 'cooperative',
        });
        // Of the policy, and not on the list of the stage.
        expect(await portal.vote('dave', asked.id)).toEqual({
          status: 403,
          code: 'NOT_LISTED_IN_TOOL',
        });
        expect(await portal.vote('erin', asked.id)).toEqual({
          status: 403,
          code: 'NOT_ELIGIBLE',
        });
        for (const voter of voters) {
          expect((await portal.read(asked.id)).request.state).toBe('pending');
          expect((await portal.vote(voter, asked.id)).status).toBe(200);
        }
        const request = await ended(asked.id);
        expectTold(portal.told(asked.id), [
          'pending',
          '? queued | queued queued',
          '? delivering | leased queued',
          'delivering | sent queued',
          '? delivering | observed queued',
          '? delivering | observed leased',
          'delivering | observed sent',
          'applied | observed observed',
        ]);
        expect(
          request.steps.map(({ key, identity }) => [key, identity]),
        ).toEqual(
          voters.map(voter => [
            `voter/user:default/${voter}`,
            { mode: 'impersonated', nativeId: voter },
          ]),
        );
        const [first, second] = request.steps;
        expect(second.sentAt! >= first.observedAt!).toBe(true);
        const { status } = await isOver(run);
        expect(status).toBe('succeeded');
        const [one, two] = voters;
        const votes = reader
          .told(run)
          .map(line => line.split(' | ')[3])
          .filter(line => / of 2 /.test(line ?? ''));
        expect([...new Set(votes)]).toEqual([
          `1 of 2 ${one}`,
          `2 of 2 ${one}, ${two}`,
        ]);
      },
    );

    it('sends nothing for a vote that is not enough, and closes with a stage whose time ran out', async () => {
      const { run, asked } = await begin('v1timeout');
      await portal.vote('alice', asked.id);
      const request = await ended(asked.id);
      expect(request).toMatchObject({ state: 'expired', steps: [] });
      expect((await isOver(run)).status).toBe('cancelled');
      expect(reader.told(run).join('\n')).not.toMatch(/alice/);
    });

    describeAsking.each([
      { name: 'ask', piped: 'v0' },
      { name: 'v1ask', piped: 'v1' },
    ])(`a script of a $piped piped that asks${without(asking)}`, ({ name }) => {
      it('goes on when it is approved', async () => {
        const { run, asked } = await begin(name);
        expect(asked).toMatchObject({ kind: 'pull', identityMode: 'pull' });
        expect(await portal.vote('erin', asked.id)).toEqual({
          status: 403,
          code: 'NOT_ELIGIBLE',
        });
        await portal.vote('alice', asked.id);
        await portal.vote('dave', asked.id);
        const request = await ended(asked.id);
        expect(request.state).toBe('applied');
        const { status, stages } = await isOver(run);
        expect([status, stages[0].status]).toEqual(['succeeded', 'succeeded']);
      });

      it('fails when it is rejected', async () => {
        const { run, asked } = await begin(name);
        await portal.vote('alice', asked.id, 'reject');
        const request = await ended(asked.id);
        expect(request.state).toBe('rejected');
        const { status, stages } = await isOver(run);
        expect([status, stages[0].status]).toEqual(['failed', 'failed']);
      });
    });

    it('keeps what was decided and takes no votes while PipeCD does not take the key, and goes on once it does', async () => {
      const [decided, open] = await Promise.all([begin('two'), begin('v1two')]);
      await portal.vote('alice', decided.asked.id);
      await portal.vote('alice', open.asked.id);
      writeFileSync(keyFile, 'a key that never was that of the control plane');
      // A file is looked at once a second.
      await new Promise(resolve => setTimeout(resolve, 3_000));
      await portal.vote('bob', decided.asked.id);
      const waiting = await portal.until(
        decided.asked.id,
        'it says why it waits',
        ({ steps }) => steps[0]?.sentence?.code === 'approval.step.unreadable',
      );
      expect(waiting.steps[0].sentence?.text).toMatch(/unauthenticated/);
      await portal.canApprove('bob', open.asked.id, 'PROVIDER_STALE');
      expect(await portal.vote('bob', open.asked.id)).toEqual({
        status: 503,
        code: 'PROVIDER_STALE',
      });
      const { request } = await portal.read(decided.asked.id);
      expect(request.closedAt).toBeUndefined();
      expect(request.steps.map(({ sentAt }) => sentAt)).toEqual([
        undefined,
        undefined,
      ]);
      copyFileSync(signingKeyFile!, keyFile);
      expect((await ended(decided.asked.id)).state).toBe('applied');
      expect((await isOver(decided.run)).status).toBe('succeeded');
      await portal.canApprove('bob', open.asked.id);
      expect((await portal.vote('bob', open.asked.id)).status).toBe(200);
      expect((await ended(open.asked.id)).state).toBe('applied');
    });
  },
);
