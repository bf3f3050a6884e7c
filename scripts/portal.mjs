import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { forgetWorld } from './forgetWorld.mjs';
import { tail } from './tail.mjs';
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

async function end(child) {
  child.expected = true;
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 8000);
    await gone;
    clearTimeout(timer);
  }
}

async function until(what, seconds, child, check) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    if (child.exitCode !== null) {
      throw new Error(`${what} cannot become ready: its process has ended`);
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

/** Midnight of a day to come, in UTC, without an offset. */
function inDays(days) {
  return new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10);
}

/** How the portal is told where PipeCD and the plain clusters of the embedded world are; nothing of a world without. */
function deliveryEnv(dir) {
  const file = path.join(dir, 'pipecd/connection.json');
  if (!fs.existsSync(file)) {
    return {};
  }
  const connection = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    FAIRWAY_PLAIN_KUBECONFIG: path.join(dir, 'plain-clusters.kubeconfig'),
    FAIRWAY_PIPECD_API: connection.apiAddress,
    FAIRWAY_PIPECD_WEB: connection.webAddress,
    FAIRWAY_PIPECD_URL: connection.url,
    FAIRWAY_PIPECD_KEY_FILE: connection.apiKeyFile,
    FAIRWAY_PIPECD_SIGNING_KEY_FILE: connection.signingKeyFile,
    FAIRWAY_PIPECD_HOOK_SECRET_FILE: connection.hookSecretFile,
    FAIRWAY_GATE_SECRET_FILE: connection.gateSecretFile,
    FAIRWAY_FREEZE_UNTIL: inDays(3),
  };
}

/**
 * Starts the embedded world: resolves once its kubeconfig is written. `env` is what the portal needs to know of it, beside
 * the kubeconfig.
 *
 * `dir` holds the kubeconfig and the log; everything in it may be deleted.
 *
 * @param {{ dir: string, port?: number, adminPort?: number, args?: string[] }} options
 */
export async function startSimulator({
  dir,
  port = 0,
  adminPort = 0,
  args = [],
}) {
  fs.mkdirSync(path.join(dir, 'simulator'), { recursive: true });
  const kubeconfig = path.join(dir, 'simulator/kubeconfig');
  fs.rmSync(kubeconfig, { force: true });
  fs.rmSync(path.join(dir, 'simulator/pipecd'), {
    force: true,
    recursive: true,
  });
  forgetWorld(dir);
  const child = start(
    'The embedded world',
    path.join(root, 'packages/simulator/src/main.ts'),
    [
      '--port',
      String(port),
      '--admin-port',
      String(adminPort),
      '--kubeconfig',
      kubeconfig,
      ...args,
    ],
    { cwd: root, env: process.env, log: path.join(dir, 'simulator.log') },
  );
  try {
    await until('The embedded world', 120, child, () =>
      fs.existsSync(kubeconfig),
    );
  } catch (error) {
    await end(child);
    throw error;
  }
  return {
    kubeconfig,
    env: deliveryEnv(path.join(dir, 'simulator')),
    child,
    stop: () => end(child),
  };
}

/**
 * Starts the back end with the built front end: resolves once it serves pages and people can sign in.
 *
 * @param {{ dir: string, port: number, kubeconfig: string, config?: string[], env?: Record<string, string> }} options
 */
export async function startBackend({
  dir,
  port,
  kubeconfig,
  config = [],
  env = {},
}) {
  fs.mkdirSync(dir, { recursive: true });
  const url = `http://localhost:${port}`;
  const child = start(
    'The portal',
    path.join(root, 'packages/backend/src/index.ts'),
    ['app-config.yaml', 'app-config.start.yaml', ...config].flatMap(file => [
      '--config',
      path.resolve(root, file),
    ]),
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
        ...env,
      },
    },
  );
  try {
    await until('The portal', 240, child, async () => {
      const answer = await fetch(`${url}/.backstage/health/v1/readiness`);
      return answer.ok;
    });
    // Personas are users of the catalog: nobody can sign in before it was read once.
    await until('The catalog', 120, child, async () => {
      const answer = await fetch(`${url}/api/auth/demo/refresh`, {
        headers: {
          'x-demo-persona': 'paul',
          'x-requested-with': 'XMLHttpRequest',
        },
      });
      return answer.ok;
    });
  } catch (error) {
    await end(child);
    throw error;
  }
  return { url, child, stop: () => end(child) };
}

/**
 * Starts the embedded world and the portal on it. `stop()` ends both processes and resolves when they are gone; `ended`
 * resolves when one of them ends.
 *
 * `lively`: people push and approve by themselves, so that there is always something to see.
 *
 * @param {{ dir: string, port: number, adminPort?: number, config?: string[], lively?: boolean }} options
 */
export async function startPortal({
  dir,
  port,
  adminPort = 0,
  config = [],
  lively = false,
}) {
  const simulator = await startSimulator({
    dir,
    adminPort,
    args: [
      '--webhook-url',
      `http://127.0.0.1:${port}/api/multicluster/v1/sources/pipecd/hook`,
      '--gate-url',
      `http://127.0.0.1:${port}/api/multicluster/v1/gates/answer`,
      ...(lively ? ['--lively'] : []),
    ],
  });
  const { kubeconfig, env } = simulator;
  let backend;
  try {
    backend = await startBackend({
      dir,
      port,
      kubeconfig,
      config: ['app-config.delivery.yaml', ...config],
      env,
    });
  } catch (error) {
    await simulator.stop();
    throw error;
  }
  return {
    url: backend.url,
    kubeconfig,
    ended: Promise.race(
      [simulator.child, backend.child].map(
        child => new Promise(resolve => child.once('exit', resolve)),
      ),
    ),
    async stop() {
      await backend.stop();
      await simulator.stop();
    },
  };
}
