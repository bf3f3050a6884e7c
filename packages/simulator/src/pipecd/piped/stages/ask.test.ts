import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPipecd, type Pipecd } from '../../startPipecd';
import { askingScript } from './ask';

const ASKS = { gate: 'release', every: 5, limit: 3600 };
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

interface Question {
  authorization?: string;
  body: { run: string; gate: string };
}

describe('a script that asks a portal', () => {
  let pipecd: Pipecd;
  let server: http.Server;
  let answer: [status: number, body: object];
  const questions: Question[] = [];

  beforeEach(async () => {
    answer = [200, { decision: 'wait' }];
    questions.length = 0;
    server = http.createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) {
        text += chunk;
      }
      const { authorization } = request.headers;
      questions.push({ authorization, body: JSON.parse(text) });
      response.writeHead(answer[0]).end(JSON.stringify(answer[1]));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    pipecd = await startPipecd({ speed: 500, timings: 'demo' });
    pipecd.world.gate = {
      url: `http://127.0.0.1:${port}/`,
      secret: 'not-a-real-secret',
    };
  });

  afterEach(async () => {
    await pipecd.close();
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  async function until(reached: () => unknown): Promise<void> {
    while (!reached()) {
      await pause(5);
    }
  }

  async function asking(piped: 'v0' | 'v1') {
    const { world } = pipecd;
    world.addApplication({
      name: 'app',
      piped,
      ...(piped === 'v0' && { kind: 'TERRAFORM' as const }),
      spec: {
        alwaysUsePipeline: true,
        autoRollback: true,
        pipeline: [
          {
            name: 'SCRIPT_RUN',
            script: { run: askingScript(ASKS), lines: [], asks: ASKS },
          },
          { name: 'WAIT', duration: 1 },
        ],
      },
    });
    world.push('app', 'Bring v1');
    await until(() => questions.length > 1);
    return world.latest('app')!;
  }

  const logOf = (run: { id: string; stages: Array<{ id: string }> }) =>
    JSON.stringify(
      pipecd.world.controlPlane.logs.gathered(run.id, run.stages[0].id),
    );

  describe.each(['v0', 'v1'] as const)('of a %s piped', piped => {
    it('names its run and the gate, with the secret of the environment, and prints all of its text', async () => {
      const run = await asking(piped);
      expect(questions[0]).toEqual({
        authorization: 'Bearer not-a-real-secret',
        body: { run: run.id, gate: 'release' },
      });
      expect(logOf(run)).toContain('FAIRWAY_GATE_SECRET');
      expect(logOf(run)).not.toContain('not-a-real-secret');
    });

    it('goes on when it is told so', async () => {
      const run = await asking(piped);
      answer = [200, { decision: 'approved' }];
      await until(() => run.status === 4);
      expect(run.status_reason).toMatch(/successfully$/);
    });

    it.each<[string, [number, object]]>([
      ['is told no', [200, { decision: 'rejected' }]],
      ['there is nothing to answer', [409, {}]],
    ])('fails when %s', async (_, given) => {
      const run = await asking(piped);
      answer = given;
      await until(() => run.status === 5);
      expect(run.status_reason).toMatch(/^Failed while executing stage/);
    });

    it('asks on while it is refused, cannot be heard, or the portal is down', async () => {
      const run = await asking(piped);
      for (const status of [401, 404, 429, 500, 503]) {
        answer = [status, {}];
        const before = questions.length;
        await until(() => questions.length > before + 1);
      }
      expect(run.status).toBe(2);
    });

    it('asks on after its run was cancelled, as nobody ends the script', async () => {
      const run = await asking(piped);
      pipecd.world.command('cancel', run, 'olivia');
      await until(() => run.status === 6);
      const before = questions.length;
      await until(() => questions.length > before + 1);
      answer = [200, { decision: 'approved' }];
      await pause(50);
      expect(run.status).toBe(6);
    });
  });

  it('begins anew after a v0 piped was restarted, and the process before hears no answer', async () => {
    const run = await asking('v0');
    pipecd.world.v0.stop();
    await pause(30);
    const before = questions.length;
    await pause(50);
    expect(questions).toHaveLength(before);
    pipecd.world.v0.start();
    await until(() => questions.length > before + 1);
    expect(run.status).toBe(2);
    answer = [200, { decision: 'approved' }];
    await until(() => run.status === 4);
  });
});
