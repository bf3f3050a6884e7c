import { build } from 'esbuild';
import path from 'node:path';
import { root } from '../lib/root';

/** What is native, or looked for by path, or never used by a back end and not always installed. */
const OUTSIDE = [
  '@google-cloud/cloud-sql-connector',
  '@valkey/client',
  'better-sqlite3',
  'esbuild',
  'infinispan',
  'mariadb/callback',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-format',
  'pg-native',
  'pg-query-stream',
  'sqlite3',
  'tedious',
  'testcontainers',
  'ts-json-schema-generator',
  'typescript',
];

/**
 * The back end as one file: with what was compiled of it at its first start, every other start costs a second and a half
 * instead of the five to ten that it takes to find and read its thousands of sources.
 *
 * @returns path of the file
 */
export async function bundleChild(): Promise<string> {
  // Below the package, or what is not bundled would not be found.
  const outfile = path.join(root, 'packages/crash/dist/child.cjs');
  await build({
    entryPoints: [path.join(root, 'packages/crash/src/portal/child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    logLevel: 'error',
    absWorkingDir: root,
    external: OUTSIDE,
  });
  return outfile;
}
