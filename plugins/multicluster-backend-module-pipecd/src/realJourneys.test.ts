import { execSync } from 'node:child_process';
import { isRunOver } from '@fairway/backstage-plugin-multicluster-common';
import { gatesOf } from '@fairway/backstage-plugin-multicluster-node';
import { expectTold } from './__testUtils__/real/expectTold';
import {
  Credential,
  realPipecd,
  realSource,
} from './__testUtils__/real/realPipecd';
import { RealReader } from './__testUtils__/real/RealReader';

const { address, signingKeyFile, username, apiKeyFile } = realPipecd;
const { stopPiped, startPiped } = realPipecd;
const may = process.env.PIPECD_JOURNEYS === '1';

/** A describe that is run where the environment gives what it needs, else named with what is missing. */
function describeWith(
  name: string,
  needs: Record<string, unknown>,
  body: () => void,
) {
  const missing = Object.entries({
    'PIPECD_JOURNEYS=1': may,
    PIPECD_ADDRESS: address,
    ...needs,
  }).flatMap(([variable, value]) => (value ? [] : [variable]));
  (missing.length > 0 ? describe.skip : describe)(
    missing.length > 0 ? `${name} (without ${missing.join(', ')})` : name,
    body,
  );
}

let reader: RealReader;
function read(credential: Credential) {
  beforeAll(async () => {
    reader = RealReader.start(realSource(credential));
  });
  afterAll(async () => await reader.stop());
}

const over = ({ status }: { status: Parameters<typeof isRunOver>[0] }) =>
  isRunOver(status);

/** Syncs anew, once nothing of the application runs. */
async function begin(name: string): Promise<string> {
  await reader.clear(name);
  return await reader.sync(name);
}

/** Waits until the first approval is counted. */
async function oneApproval(key: string): Promise<void> {
  await reader.until(key, 'one approval', run =>
    gatesOf(run).some(({ quorum }) => quorum.received === 1),
  );
}

/** What is told of a run of three stages, the second of which is a gate, until that waits. */
const toGate = [
  '? queued',
  '? pending',
  '? pending | pending pending pending | upcoming | 0',
  '? running | pending pending pending | upcoming | 0',
  '? running | running pending pending | upcoming | 0',
  '? running | succeeded pending pending | upcoming | 0',
  '? waiting | succeeded waiting pending | pending | 0',
];

/** What is told of it where Alice and Bob approve. */
const approvedByTwo = [
  ...toGate,
  'waiting | succeeded waiting pending | pending | 0 of 2',
  'waiting | succeeded waiting pending | pending | 1 of 2 alice',
  '? waiting | succeeded waiting pending | pending | 2 of 2 alice, bob',
  '? running | succeeded succeeded pending | approved | 2 of 2 alice, bob',
  'running | succeeded succeeded running | approved | 2 of 2 alice, bob',
  '? running | succeeded succeeded succeeded | approved | 2 of 2 alice, bob',
  'succeeded | succeeded succeeded succeeded | approved | 2 of 2 alice, bob',
];

jest.setTimeout(400_000);

describeWith(
  'a real PipeCD, with the signing key',
  { PIPECD_SIGNING_KEY_FILE: signingKeyFile },
  () => {
    read('signing-key');

    it('tells a v0 gate with two of three approvals, and its log by cursor', async () => {
      const key = await begin('two');
      const gate = await reader.countedGate(key);
      const first = await reader.log(key, gate.stageId!);
      expect(first.complete).toBe(false);
      const one = await reader.approve(key, 'alice');
      expect(one).toMatchObject({
        outcome: 'requested',
        actedAs: { mode: 'impersonated', nativeId: 'alice' },
      });
      await oneApproval(key);
      const again = await reader.approve(key, 'alice');
      // The same decision once more is the same decision: nothing is sent for it.
      expect(again).toEqual(one);
      const stranger = await reader.approve(key, 'mallory');
      expect([stranger.outcome, stranger.code]).toEqual([
        'refused',
        'not-approver',
      ]);
      await reader.approve(key, 'bob');
      const run = await reader.until(key, 'it is over', over);
      expectTold(reader.told(key), approvedByTwo);
      // Nothing says when the first stage began but itself while it runs: three seconds, which may pass unseen.
      const seen = reader
        .told(key)
        .some(line => / running pending /.test(line));
      expect(run.stages.map(({ startedAt }) => Boolean(startedAt))).toEqual([
        seen,
        true,
        true,
      ]);
      const rest = await reader.log(key, gate.stageId!, first.cursor);
      const whole = await reader.log(key, gate.stageId!);
      expect(rest.gap ?? false).toBe(false);
      expect([...first.lines, ...rest.lines]).toEqual(whole.lines);
      expect(whole.lines.map(({ text }) => text).join('\n')).toMatch(/approv/i);
    });

    it('tells a v0 gate that anybody may approve', async () => {
      const key = await begin('open');
      const gate = await reader.countedGate(key);
      expect(gate.approvers).toEqual([]);
      await reader.approve(key, 'zoe');
      await reader.until(key, 'it is over', over);
      expectTold(reader.told(key), [
        '? queued',
        '? pending',
        '? pending | pending pending | upcoming | 0',
        '? running | pending pending | upcoming | 0',
        '? waiting | waiting pending | pending | 0',
        'waiting | waiting pending | pending | 0 of 1',
        '? waiting | waiting pending | pending | 1 of 1 zoe',
        '? running | succeeded pending | approved | 1 of 1 zoe',
        '? running | succeeded running | approved | 1 of 1 zoe',
        '? running | succeeded succeeded | approved | 1 of 1 zoe',
        'succeeded | succeeded succeeded | approved | 1 of 1 zoe',
      ]);
    });

    it.each([
      { name: 'skip', piped: 'v0', after: '? running | skipped' },
      { name: 'v1skip', piped: 'v1', after: '? running | skipped' },
    ])('skips an analysis of a $piped piped', async ({ name, after }) => {
      const key = await begin(name);
      const { stages } = await reader.until(
        key,
        'it verifies',
        ({ detail }) => detail === 'verifying',
      );
      const run = reader.fact(key);
      const stageId = stages[0].id;
      const { outcome } = await reader.act(
        'skip',
        { kind: 'stage', run, stageId },
        'bob',
      );
      expect(outcome).toBe('requested');
      await reader.until(key, 'it is over', over);
      expectTold(reader.told(key), [
        '? queued',
        '? pending',
        '? pending | pending',
        '? running | pending',
        'running:verifying | running',
        after,
        'succeeded | skipped',
      ]);
    });

    it('tells a v0 run that is cancelled and rolled back, and its gate as orphaned meanwhile', async () => {
      const key = await begin('two');
      await reader.openGate(key);
      await reader.approve(key, 'carol');
      await oneApproval(key);
      const run = reader.fact(key);
      const { outcome } = await reader.act(
        'cancel',
        { kind: 'run', run },
        'bob',
      );
      expect(outcome).toBe('requested');
      const end = await reader.until(key, 'it is over', over);
      expect(end.endedBy?.nativeId).toBe('bob');
      // Whether there is anything to go back to is the application's business.
      const back = end.stages.at(-1)?.status ?? '';
      expect(['succeeded', 'failed']).toContain(back);
      const detail = back === 'failed' ? 'rollback-failed' : 'rolled-back';
      expectTold(reader.told(key), [
        ...toGate,
        '? waiting | succeeded waiting pending | pending | 0 of 2',
        'waiting | succeeded waiting pending | pending | 1 of 2 carol',
        '? running:rolling-back | succeeded running:cancelling skipped | orphaned | 1 of 2 carol',
        '? running:rolling-back | succeeded running:cancelling skipped running | orphaned | 1 of 2 carol',
        `? running:rolling-back | succeeded running:cancelling skipped ${back} | orphaned | 1 of 2 carol`,
        `cancelled:${detail} | succeeded cancelled skipped ${back} | cancelled | 1 of 2 carol`,
      ]);
    });

    it('tells a v1 gate with two approvals, how many from its log', async () => {
      const key = await begin('v1two');
      await reader.countedGate(key);
      await reader.approve(key, 'alice');
      await oneApproval(key);
      await reader.approve(key, 'bob');
      const { stages } = await reader.until(key, 'it is over', over);
      expect(stages.map(({ status }) => status)).toEqual(
        stages.map(() => 'succeeded'),
      );
      expectTold(reader.told(key), approvedByTwo);
    });

    it('tells a v1 gate whose time ran out', async () => {
      const key = await begin('v1timeout');
      const end = await reader.until(key, 'it is over', over);
      expect(end.endedBy).toBeUndefined();
      expectTold(reader.told(key), [
        ...toGate,
        'waiting | succeeded waiting pending | pending | 0 of 2',
        '? running | succeeded cancelled:timed-out pending | expired | 0 of 2',
        '? running:rolling-back | succeeded cancelled:timed-out skipped | expired | 0 of 2',
        '? running:rolling-back | succeeded cancelled:timed-out skipped running | expired | 0 of 2',
        '? running:rolling-back | succeeded cancelled:timed-out skipped succeeded | expired | 0 of 2',
        'cancelled:timed-out | succeeded cancelled:timed-out skipped succeeded | expired | 0 of 2',
      ]);
    });

    it('tells a v1 run that could not be planned', async () => {
      const key = await begin('v1bad');
      const end = await reader.until(key, 'it is over', over);
      expectTold(reader.told(key), ['? queued', '? pending', 'failed']);
      expect(end.stages).toEqual([]);
      expect(end.sentence?.code).toBe('run.notPlanned');
    });

    it('has no problem, and knows of both pipeds that they are there', async () => {
      expect(reader.problems()).toEqual([]);
      const states = ['two', 'v1two'].map(async name => {
        const { agentKey } = await reader.pipeline(name);
        return reader.sink.fact('agent', agentKey!)?.state;
      });
      expect(await Promise.all(states)).toEqual(['online', 'online']);
    });
  },
);

describeWith(
  'a real PipeCD whose v1 piped is stopped while a gate waits',
  {
    PIPECD_SIGNING_KEY_FILE: signingKeyFile,
    PIPECD_V1_PIPED_STOP: stopPiped,
    PIPECD_V1_PIPED_START: startPiped,
  },
  () => {
    read('signing-key');

    it('tells that approvals are lost with it', async () => {
      const key = await begin('v1two');
      await reader.countedGate(key);
      await reader.approve(key, 'alice');
      await oneApproval(key);
      execSync(stopPiped!, { stdio: 'ignore' });
      await reader
        .until(key, 'the gate is closed', run =>
          gatesOf(run).every(({ state }) => state !== 'pending'),
        )
        .finally(() => execSync(startPiped!, { stdio: 'ignore' }));
      const end = await reader.until(key, 'it is over', over);
      expect(end.endedBy).toBeUndefined();
      const told = reader.told(key);
      const from = told.findIndex(line => line.endsWith('1 of 2 alice'));
      expectTold(told.slice(from), [
        'waiting | succeeded waiting pending | pending | 1 of 2 alice',
        '? running:cancelling | succeeded cancelled pending | cancelled | 1 of 2 alice',
        '? running:rolling-back | succeeded cancelled:agent-stopped skipped | cancelled | 1 of 2 alice',
        '? running:rolling-back | succeeded cancelled:agent-stopped skipped running | cancelled | 1 of 2 alice',
        '? running:rolling-back | succeeded cancelled:agent-stopped skipped succeeded | cancelled | 1 of 2 alice',
        'cancelled:agent-stopped | succeeded cancelled:agent-stopped skipped succeeded | cancelled | 1 of 2 alice',
      ]);
    });
  },
);

describeWith(
  'a real PipeCD, with the static login',
  { PIPECD_USERNAME: username, PIPECD_URL: realPipecd.url },
  () => {
    read('static');

    it('syncs as the one account, whoever asks, and never approves', async () => {
      const key = await begin('open');
      const result = await reader.approve(key, 'zoe');
      expect(result).toMatchObject({
        outcome: 'refused',
        actedAs: { mode: 'deep-link' },
      });
      await reader.clear('open');
      expect(reader.problems()).toEqual([]);
    });
  },
);

describeWith(
  'a real PipeCD, with an API key alone',
  { PIPECD_API_KEY_FILE: apiKeyFile },
  () => {
    read('api-key');

    it('tells runs and logs, nothing of who is online, and decides nothing', async () => {
      const key = await reader.sync('v1bad');
      const end = await reader.until(key, 'it is over', over);
      expect(end.status).toBe('failed');
      const agents = reader.sink.facts('agent');
      expect(agents.every(({ state }) => state === 'unknown')).toBe(true);
      const two = await reader.pipeline('v1two');
      // Logs of old ones may be gone with what kept them.
      const [{ key: run }] = reader.sink
        .facts('run')
        .filter(fact => !fact.active && fact.pipelineKey === two.key)
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
      const { stages } = await reader.until(run, 'it is derived', () => true);
      const page = await reader.log(run, stages[0].id);
      expect(page.lines.length).toBeGreaterThan(0);
      const { outcome, code } = await reader.act('cancel', {
        kind: 'run',
        run: reader.fact(run),
      });
      expect([outcome, code]).toEqual(['refused', 'unsupported']);
      expect(reader.problems()).toEqual([]);
    });
  },
);
