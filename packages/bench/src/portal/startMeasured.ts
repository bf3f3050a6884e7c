import { readFile } from 'node:fs/promises';
import fs from 'node:fs';
import path from 'node:path';
import { endProcess, startProcess } from '../lib/startProcess';
import { root } from '../lib/root';
import { until } from '../lib/until';
import { Sample } from './probe';

/** The portal in a process of its own, measured from within. */
export interface Measured {
  url: string;
  pid: number;
  ask(what: 'sample' | 'reset' | 'gc'): Promise<Sample>;
  /** Milliseconds since the epoch of the first line of the log that matches. */
  loggedAt(pattern: RegExp): Promise<number | undefined>;
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

function configOf(options: {
  dir: string;
  kubeconfig?: string;
  postgres?: string;
  catalog?: string;
  pipecd?: object;
  multicluster?: object;
}): string {
  const { dir, kubeconfig, postgres, catalog, pipecd, multicluster } = options;
  const file = path.join(dir, 'bench.json');
  fs.writeFileSync(
    file,
    JSON.stringify({
      ...(catalog && {
        catalog: {
          locations: [
            {
              type: 'file',
              target: path.join(root, 'packages/simulator/catalog/all.yaml'),
              rules: [{ allow: ['Location', 'User', 'Group', 'System'] }],
            },
            { type: 'file', target: catalog },
          ],
        },
      }),
      ...(postgres && {
        backend: {
          database: {
            client: 'pg',
            connection: postgres,
            pluginDivisionMode: 'schema',
          },
        },
      }),
      multicluster: {
        karmada: {
          controlPlanes: kubeconfig
            ? [{ name: 'karmada', kubeconfig: { file: kubeconfig } }]
            : [],
        },
        pipecd: { controlPlanes: pipecd ? [pipecd] : [] },
        ...multicluster,
      },
    }),
  );
  return file;
}

/** Starts the portal; resolves when its process runs, long before it is ready. */
export function startMeasured(options: {
  dir: string;
  port: number;
  kubeconfig?: string;
  postgres?: string;
  catalog?: string;
  /** An entry of `multicluster.pipecd.controlPlanes`. */
  pipecd?: object;
  /** What else `multicluster` has. */
  multicluster?: object;
  /** The file that starts the portal, where it is not the one of `npm start`. */
  entry?: string;
}): Measured {
  const {
    dir,
    port,
    kubeconfig,
    entry = 'packages/bench/src/portal/child.ts',
  } = options;
  const url = `http://localhost:${port}`;
  const log = path.join(dir, `portal-${port}-${Date.now()}.log`);
  const configs = ['app-config.yaml', 'app-config.start.yaml']
    .map(file => path.join(root, file))
    .concat(configOf(options));
  const child = startProcess(
    entry,
    configs.flatMap(file => ['--config', file]),
    {
      log,
      cwd: path.join(root, 'packages/backend'),
      env: {
        NODE_ENV: 'development',
        FAIRWAY_URL: url,
        FAIRWAY_PORT: String(port),
        FAIRWAY_DATA: path.join(dir, 'db'),
        FAIRWAY_KUBECONFIG: kubeconfig ?? '',
      },
    },
  );
  let nextId = 0;
  return {
    url,
    pid: child.pid!,
    ask(what) {
      nextId += 1;
      const id = nextId;
      return new Promise((resolve, reject) => {
        function done() {
          child.off('message', listen);
          child.off('exit', ended);
        }
        function listen(message: unknown) {
          const answer = message as { id: number; sample: Sample };
          if (answer.id === id) {
            done();
            resolve(answer.sample);
          }
        }
        function ended() {
          done();
          reject(new Error(`The portal ended, see ${log}`));
        }
        child.on('message', listen);
        child.on('exit', ended);
        child.send({ id, ask: what });
      });
    },
    async loggedAt(pattern) {
      const line = (await readFile(log, 'utf8'))
        .split('\n')
        .find(text => pattern.test(text));
      const time = line && /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(line)?.[0];
      return time ? Date.parse(time) : undefined;
    },
    stop: () => endProcess(child),
    async kill() {
      child.kill('SIGKILL');
      await until('kill', 10, async () => child.signalCode !== null);
    },
  };
}

/** Waits until a portal serves. */
export async function ready(portal: Measured): Promise<void> {
  await until('The portal', 180, () =>
    fetch(`${portal.url}/.backstage/health/v1/readiness`).then(
      answer => answer.ok,
      () => false,
    ),
  );
}

/** Signs in as a persona; resolves with a bearer token once the catalog knows them. */
export async function signIn(
  portal: Measured,
  persona: string,
): Promise<string> {
  return until(`Signing in as ${persona}`, 90, async () => {
    const answer = await fetch(`${portal.url}/api/auth/demo/refresh`, {
      headers: {
        'x-demo-persona': persona,
        'x-requested-with': 'XMLHttpRequest',
      },
    }).catch(() => undefined);
    const body = answer?.ok ? await answer.json() : undefined;
    return body?.backstageIdentity?.token as string | undefined;
  });
}
