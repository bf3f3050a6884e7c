import path from 'node:path';
import { startPostgres } from './postgres.mjs';
import { ensureInstalled, ensureToolchain, root, run } from './toolchain.mjs';

await ensureToolchain(import.meta.url);
await ensureInstalled();

const postgres = await startPostgres();
if (!postgres) {
  console.error('PostgreSQL is not installed: SQLite alone is crashed');
}
let code = 0;
try {
  await run(
    process.execPath,
    [
      '--no-node-snapshot',
      '--require',
      path.join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      path.join(root, 'packages/crash/src/main.ts'),
      ...process.argv.slice(2),
    ],
    { env: { ...process.env, FAIRWAY_CRASH_POSTGRES: postgres?.connection } },
  );
} catch (error) {
  code = error.exitCode ?? 1;
} finally {
  await postgres?.stop();
}
process.exit(code);
