import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Directories that hold initdb and postgres, newest version first. */
function installed() {
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian) : [];
  return [
    process.env.FAIRWAY_POSTGRES_BIN,
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map(version => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ].filter(dir => dir && fs.existsSync(path.join(dir, 'initdb')));
}

/** PostgreSQL refuses to run as root; the account that its package made is the one to run it as, else nobody. */
function account() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const accounts = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  const found = ['postgres', 'nobody']
    .map(name => accounts.find(line => line.startsWith(`${name}:`)))
    .find(Boolean);
  const [, , uid, gid] = found.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort() {
  const server = net.createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** Waits until the server says so: it answers on its port before it lets anybody in. */
async function accepts(log, running) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (running.exitCode !== null) {
      return false;
    }
    if (fs.readFileSync(log, 'utf8').includes('ready to accept connections')) {
      return true;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return false;
}

/**
 * Starts a PostgreSQL of its own, on loopback, with nothing in it.
 *
 * @param {{ durable?: boolean }} [options] - `durable: false` for tests: what is written need not survive the machine
 * @returns {Promise<undefined | {
 *   connection: string,
 *   version: number,
 *   env: Record<string, string>,
 *   stop(): Promise<void>,
 * }>} undefined when PostgreSQL is not installed. `env` makes TestDatabases of @backstage/backend-test-utils use it.
 */
export async function startPostgres(options = {}) {
  const [bin] = installed();
  if (!bin) {
    return undefined;
  }
  const as = account();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-postgres-'));
  if (as.uid !== undefined) {
    fs.chownSync(home, as.uid, as.gid);
  }
  const data = path.join(home, 'data');
  const remove = () => fs.rmSync(home, { recursive: true, force: true });
  const made = spawnSync(
    path.join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...as, cwd: home, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    remove();
    throw new Error(
      `initdb failed: ${made.stderr || made.error?.message || made.status}`,
    );
  }
  const version = Number(
    fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').split('.')[0],
  );
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '128MB',
    ...(options.durable === false && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    }),
  };
  const log = path.join(home, 'log');
  const output = fs.openSync(log, 'w');
  const server = spawn(
    path.join(bin, 'postgres'),
    [
      '-D',
      data,
      ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ],
    { ...as, cwd: home, stdio: ['ignore', output, output] },
  );
  fs.closeSync(output);
  const ended = new Promise(resolve => server.once('close', resolve));
  // Whatever ends this process ends the server too, and leaves nothing behind.
  const kill = () => {
    server.kill('SIGQUIT');
    remove();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const killed = signal => {
    release();
    kill();
    process.kill(process.pid, signal);
  };
  const release = () => {
    process.removeListener('exit', kill);
    signals.forEach(signal => process.removeListener(signal, killed));
  };
  process.once('exit', kill);
  signals.forEach(signal => process.once(signal, killed));

  async function stop() {
    release();
    // Fast shutdown: it does not wait for clients that forgot to leave.
    server.kill('SIGINT');
    const timer = setTimeout(() => server.kill('SIGKILL'), 20_000);
    await ended;
    clearTimeout(timer);
    remove();
  }

  if (!(await accepts(log, server))) {
    const said = fs.readFileSync(log, 'utf8');
    await stop();
    throw new Error(`PostgreSQL did not start: ${said}`);
  }
  const connection = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  return {
    connection,
    version,
    env: {
      [`BACKSTAGE_TEST_DATABASE_POSTGRES${version}_CONNECTION_STRING`]:
        connection,
    },
    stop,
  };
}

// `node scripts/postgres.mjs <command …>` runs one command beside it, for tests of one package.
if (process.argv[1] === import.meta.filename) {
  const postgres = await startPostgres({ durable: false });
  if (!postgres) {
    console.error('PostgreSQL is not installed');
    process.exit(1);
  }
  const [command, ...args] = process.argv.slice(2);
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...postgres.env },
  });
  const code = await new Promise(resolve => {
    child.once('close', status => resolve(status ?? 1));
    child.once('error', error => {
      console.error(error.message);
      resolve(1);
    });
  });
  await postgres.stop();
  process.exit(code);
}
