import path from 'node:path';
import { Pipecd, startPipecd, writeConnection } from '@fairway/simulator';

const [folder, applications] = process.argv.slice(2);
/** Runs of each application that are over. */
const HISTORY = 4;
/** Every so many applications one has a run that waits at a gate, and one has a run that runs. */
const EVERY = 25;
const SUCCESS = 4;

type Deployment = Parameters<
  Pipecd['world']['controlPlane']['addDeployment']
>[0];

function deploymentOf(
  { world: { controlPlane } }: Pipecd,
  application: ReturnType<Pipecd['world']['addApplication']>,
  stages: Array<{ name: string; status?: number }>,
  over: boolean,
): Deployment {
  const { id, name, piped_id, project_id, git_path, labels } = application;
  const at = controlPlane.now() - (over ? 3_600 : 60);
  const hash = 'c0ffee'.repeat(6);
  const commit = {
    hash,
    message: 'Change something',
    author: 'Dana Dev',
    branch: 'main',
    url: `https://github.com/acme/apps/commit/${hash}`,
    created_at: at,
  };
  return {
    id: controlPlane.uuid(),
    application_id: id,
    application_name: name,
    piped_id,
    project_id,
    kind: 1,
    git_path,
    labels,
    trigger: { commit, timestamp: at },
    summary: 'step 0',
    versions: [{ kind: 1, name, version: 'v1.2.3' }],
    status: over ? SUCCESS : 2,
    stages: stages.map((stage, index) => ({
      ...stage,
      id: `stage-${index}`,
      index,
      requires: index === 0 ? [] : [`stage-${index - 1}`],
      visible: true,
      authorized_operators: [],
      created_at: at,
      updated_at: at,
      ...(stage.status && { completed_at: at }),
    })),
    ...(over && { completed_at: at + 60 }),
    created_at: at,
    updated_at: at,
  };
}

/** Many applications with their history; the keys of the runs that are under way. */
function fill(pipecd: Pipecd): string[] {
  const { world } = pipecd;
  const active: string[] = [];
  for (let n = 0; n < Number(applications); n++) {
    const application = world.addApplication({
      name: `svc-${n}`,
      piped: 'v0',
      kind: 'TERRAFORM',
      labels: { team: 'shop' },
      spec: {},
    });
    const add = (stages: Parameters<typeof deploymentOf>[2], over: boolean) => {
      const deployment = deploymentOf(pipecd, application, stages, over);
      world.controlPlane.addDeployment(deployment);
      return deployment.id;
    };
    for (let run = 0; run < HISTORY; run++) {
      add([{ name: 'SCRIPT_RUN', status: 2 }], true);
    }
    if (n % EVERY === 0) {
      active.push(add([{ name: 'SCRIPT_RUN', status: 1 }], false));
    } else if (n % EVERY === 1) {
      const gate = { name: 'WAIT_APPROVAL', status: 1 };
      const id = add([gate, { name: 'SCRIPT_RUN' }], false);
      world.controlPlane.logs.append(id, 'stage-0', [
        { log: 'Waiting for approval from at least 2 user(s)...' },
      ]);
      active.push(id);
    }
  }
  return active;
}

/** A PipeCD whose pipeds are this process: it does what the parent says, and nothing else. */
async function main(): Promise<void> {
  const pipecd = await startPipecd();
  const { world } = pipecd;
  world.v0.stop();
  world.v1.stop();
  for (const { id } of [world.v0, world.v1]) {
    world.controlPlane.lastStats.set(id, Number.MAX_SAFE_INTEGER);
  }
  const active = fill(pipecd);
  await writeConnection(
    pipecd,
    { hook: 'bench', gate: 'bench' },
    path.join(folder, 'pipecd'),
  );
  process.on('message', (message: { id: number; run: string; say: string }) => {
    world.controlPlane.changeDeployment(message.run, deployment => {
      deployment.summary = message.say;
    });
    process.send?.({
      id: message.id,
      calls: Object.fromEntries(pipecd.calls),
    });
  });
  process.send?.({ id: 0, active });
}

void main();
