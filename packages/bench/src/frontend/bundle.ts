import { build, Metafile } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What every Backstage app already has: not counted as ours. */
const shared = [
  'react',
  'react-dom',
  'react-router',
  'react-router-dom',
  'react-use',
  'zod',
  'luxon',
  'lodash',
  '@material-ui/*',
  '@backstage/*',
];

/** Sizes of a bundled entry, in bytes after gzip. */
export interface Bundle {
  /** The entry and everything it imports before anything is opened. */
  eager: number;
  /** By module that is imported on demand: what opening it loads, without what is already there. */
  lazy: Record<string, number>;
}

function closure(outputs: Metafile['outputs'], file: string): Set<string> {
  const seen = new Set<string>();
  const queue = [file];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (!seen.has(next)) {
      seen.add(next);
      for (const item of outputs[next].imports) {
        if (item.kind === 'import-statement' && !item.external) {
          queue.push(item.path);
        }
      }
    }
  }
  return seen;
}

/** The file, or the folder of an index. */
function nameOf(entryPoint: string): string {
  const { dir, name } = path.parse(entryPoint);
  return name === 'index' ? path.basename(dir) : name;
}

/**
 * Bundles an entry as an app's bundler would: minified, split at dynamic imports, shared packages left out.
 *
 * @param entry - absolute path of the module
 * @param outdir - absolute path of a folder to write to
 */
export async function bundle(entry: string, outdir: string): Promise<Bundle> {
  const { metafile } = await build({
    entryPoints: [entry],
    outdir,
    absWorkingDir: outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    platform: 'browser',
    jsx: 'automatic',
    external: shared,
    loader: { '.svg': 'dataurl' },
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const size = (file: string) =>
    gzipSync(readFileSync(path.resolve(outdir, file)), { level: 9 }).length;
  const sum = (files: Iterable<string>) =>
    [...files].reduce((total, file) => total + size(file), 0);

  const main = Object.keys(outputs).find(
    file =>
      outputs[file].entryPoint &&
      path.resolve(outdir, outputs[file].entryPoint!) === entry,
  );
  if (!main) {
    throw new Error(`The bundle of ${entry} has no entry`);
  }
  const eager = closure(outputs, main);
  const lazy: Record<string, number> = {};
  for (const file of Object.keys(outputs)) {
    const { entryPoint } = outputs[file];
    if (entryPoint && file !== main) {
      const own = [...closure(outputs, file)].filter(f => !eager.has(f));
      lazy[nameOf(entryPoint)] = sum(own);
    }
  }
  return { eager: sum(eager), lazy };
}
