import { build } from 'esbuild';
import path from 'node:path';
import { root } from '../lib/root';

/**
 * The back end as one file: a hundred starts of it cost a second each then, instead of the ten that it takes to read its
 * sources.
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
    sourcemap: 'inline',
    logLevel: 'error',
    // Only the repository's own sources; what others wrote is loaded from where it is installed.
    plugins: [
      {
        name: 'own-sources',
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
            kind === 'entry-point' || name.startsWith('@fairway/')
              ? undefined
              : { path: name, external: true },
          );
        },
      },
    ],
  });
  return outfile;
}
