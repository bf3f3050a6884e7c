import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './toolchain.mjs';

const transform = path.join(
  root,
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

function start(name, entry, args, { env, log, cwd }) {
  const out = fs.openSync(log, 'w');
  const child = spawn(
    process.execPath,
    ['--no-node-snapshot', '--require', transform, entry, ...args],
    { cwd, env, stdio: ['ignore', out, out] },
  );
  fs.closeSync(out);
  child.once('exit', code => {
    if (!child.expected) {
      console.error(
        `${name} ended with ${code}; the end of ${log}:\n${tail(log)}`,
      );
    }
  });
  return child;
}

function tail(file) {
  return fs.readFileSync(file, 'utf8').split('\n').slice(-30).join('\n');
}

async function until(what, seconds, children, check) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    if (children.some(child => child.exitCode !== null)) {
      throw new Error(`${what} cannot become ready: a process has ended`);
    }
    try {
      if (await check()) {
        return;
      }
    } catch {
      // Not listening yet.
    }
    if (Date.now() > deadline) {
      throw new Error(`${what} was not ready within ${seconds} s`);
    }
    await sleep(250);
  }
}

/**
 * Starts the embedded world and the portal on it.
 *
 * `dir` holds the database, the kubeconfig and the logs; everything in it may be deleted. Resolves once the portal serves
 * pages and has read the catalog; `stop()` ends both processes and resolves when they are gone.
 */
export async function startPortal({
  dir,
  port,
  simulatorPort = 0,
  adminPort = 0,
  config = [],
  simulatorArgs = [],
}) {
  fs.mkdirSync(path.join(dir, 'simulator'), { recursive: true });
  const kubeconfig = path.join(dir, 'simulator/kubeconfig');
  fs.rmSync(kubeconfig, { force: true });
  const url = `http://localhost:${port}`;
  const children = [];
  const stop = async () => {
    for (const child of [...children].reverse()) {
      child.expected = true;
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise(resolve => child.once('exit', resolve));
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), 8000);
        await gone;
        clearTimeout(timer);
      }
    }
  };
  try {
    children.push(
      start(
        'The embedded world',
        path.join(root, 'packages/simulator/src/main.ts'),
        [
          '--port',
          String(simulatorPort),
          '--admin-port',
          String(adminPort),
          '--kubeconfig',
          kubeconfig,
          ...simulatorArgs,
        ],
        { cwd: root, env: process.env, log: path.join(dir, 'simulator.log') },
      ),
    );
    await until('The embedded world', 60, children, () =>
      fs.existsSync(kubeconfig),
    );
    children.push(
      start(
        'The portal',
        path.join(root, 'packages/backend/src/index.ts'),
        [
          '--config',
          path.join(root, 'app-config.yaml'),
          '--config',
          path.join(root, 'app-config.start.yaml'),
          ...config.flatMap(file => ['--config', file]),
        ],
        {
          cwd: path.join(root, 'packages/backend'),
          log: path.join(dir, 'portal.log'),
          env: {
            ...process.env,
            NODE_ENV: 'development',
            FAIRWAY_URL: url,
            FAIRWAY_PORT: String(port),
            FAIRWAY_DATA: path.join(dir, 'db'),
            FAIRWAY_KUBECONFIG: kubeconfig,
          },
        },
      ),
    );
    await until('The portal', 120, children, async () => {
      const answer = await fetch(`${url}/.backstage/health/v1/readiness`);
      return answer.ok;
    });
    // Personas are users of the catalog: nobody can sign in before it was read once.
    await until('The catalog', 60, children, async () => {
      const answer = await fetch(`${url}/api/auth/demo/refresh`, {
        headers: {
          'x-demo-persona': 'paul',
          'x-requested-with': 'XMLHttpRequest',
        },
      });
      return answer.ok;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const adminFile = path.join(dir, 'simulator/admin-url');
  return {
    url,
    kubeconfig,
    adminUrl: fs.existsSync(adminFile)
      ? fs.readFileSync(adminFile, 'utf8').trim()
      : undefined,
    stop,
    ended: Promise.race(
      children.map(
        child => new Promise(resolve => child.once('exit', resolve)),
      ),
    ),
  };
}
