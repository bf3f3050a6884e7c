import { readFileSync } from 'node:fs';
import path from 'node:path';
import { endProcess, startProcess } from '../lib/startProcess';

/** A PipeCD in a process of its own. */
export interface Delivery {
  /** What `multicluster.pipecd.controlPlanes` has to name. */
  controlPlane: object;
  /** Keys of the runs that are under way. */
  active: string[];
  /** Changes what a run says of itself; resolves with the number of each call that was answered so far. */
  change(run: string, say: string): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

/** Starts an embedded PipeCD with that many applications. */
export async function startDelivery(options: {
  dir: string;
  applications: number;
}): Promise<Delivery> {
  const { dir, applications } = options;
  const child = startProcess(
    'packages/bench/src/delivery/world.ts',
    [dir, String(applications)],
    { log: path.join(dir, 'pipecd.log') },
  );
  let nextId = 0;
  const answers = new Map<number, (answer: never) => void>();
  child.on('message', (answer: { id: number }) => {
    answers.get(answer.id)?.(answer as never);
    answers.delete(answer.id);
  });
  const answerTo = <T>(id: number) =>
    new Promise<T>((resolve, reject) => {
      answers.set(id, resolve as (answer: never) => void);
      child.once('exit', () => reject(new Error('The PipeCD ended')));
    });
  const { active } = await answerTo<{ active: string[] }>(0);
  const connection = JSON.parse(
    readFileSync(path.join(dir, 'pipecd/connection.json'), 'utf8'),
  ) as Record<string, string>;
  child.setMaxListeners(0);
  return {
    active,
    controlPlane: {
      address: connection.apiAddress,
      webAddress: connection.webAddress,
      url: connection.url,
      tls: { mode: 'plain' },
      projects: [
        {
          name: 'pipecd',
          project: connection.project,
          web: { mode: 'signing-key', keyFile: connection.signingKeyFile },
        },
      ],
    },
    async change(run, say) {
      nextId += 1;
      const id = nextId;
      const answer = answerTo<{ calls: Record<string, number> }>(id);
      child.send({ id, run, say });
      return (await answer).calls;
    },
    stop: () => endProcess(child),
  };
}
