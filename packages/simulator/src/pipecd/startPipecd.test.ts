import { clients } from './__testUtils__/clients';
import type { Deployment } from './model/messages';
import { startPipecd, type Pipecd } from './startPipecd';

let pipecd: Pipecd;
let call: ReturnType<typeof clients>;

beforeAll(async () => {
  pipecd = await startPipecd({ speed: 100 });
  call = clients(pipecd);
  pipecd.world.addApplication({
    name: 'gate',
    piped: 'v0',
    kind: 'TERRAFORM',
    labels: { team: 'shop', env: 'prod' },
    spec: {
      pipeline: [
        { name: 'WAIT_APPROVAL', id: 'gate', approvers: ['alice'] },
        { name: 'WAIT', duration: 5 },
      ],
    },
  });
  pipecd.world.push('gate', 'Try it');
});

afterAll(async () => {
  call.close();
  await pipecd.close();
});

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    if (Date.now() > deadline) {
      throw new Error('it did not happen');
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

async function latest(): Promise<Deployment | undefined> {
  const { deployments } = await call.api()<{ deployments: Deployment[] }>(
    'ListDeployments',
    { limit: 1 },
  );
  return deployments[0];
}

describe('a PipeCD over gRPC', () => {
  it('is approved through a session, runs to its end, and is read with a key', async () => {
    const waiting = await until(async () => {
      const run = await latest();
      return run?.stages[0]?.status === 1 ? run : undefined;
    });
    expect(waiting).toMatchObject({
      status: 2,
      application_name: 'gate',
      labels: { team: 'shop', env: 'prod' },
      stages: [{ metadata: { Approvers: 'alice' } }, {}],
    });
    const alice = call.web(`token=${pipecd.token('alice')}`);
    await alice('ApproveStage', {
      deployment_id: waiting.id,
      stage_id: 'gate',
    });
    const done = await until(async () => {
      const { deployment } = await call.api()<{ deployment: Deployment }>(
        'GetDeployment',
        {
          deployment_id: waiting.id,
        },
      );
      return deployment.status === 4 ? deployment : undefined;
    });
    expect(done.stages.map(({ status }) => status)).toEqual([2, 2]);
    expect(done.stages[0].metadata).toEqual({
      Approvers: 'alice',
      ApprovedBy: 'alice',
    });
  });
});
