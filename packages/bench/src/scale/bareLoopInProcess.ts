import fs from 'node:fs';
import path from 'node:path';
import { startProcess } from '../lib/startProcess';
import { Bare } from './bareLoop';

/** The bare loop in a fresh process, as the portal's sync runs in one. */
export async function bareLoopInProcess(
  kubeconfig: string,
  dir: string,
): Promise<Bare> {
  const log = path.join(dir, 'bare.log');
  const child = startProcess(
    'packages/bench/src/scale/bareLoopMain.ts',
    [kubeconfig],
    { log },
  );
  return new Promise((resolve, reject) => {
    let answer: Bare | undefined;
    child.on('message', message => {
      // The loader of TypeScript talks on the same channel.
      if ('bindingSeconds' in (message as object)) {
        answer = message as Bare;
      }
    });
    child.once('exit', () =>
      answer
        ? resolve(answer)
        : reject(
            new Error(`The bare loop failed: ${fs.readFileSync(log, 'utf8')}`),
          ),
    );
  });
}
