import { build } from 'esbuild';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../lib/root';

const config = {
  app: { title: 'Fleet', baseUrl: 'http://127.0.0.1' },
  backend: { baseUrl: 'http://127.0.0.1' },
};

/**
 * Bundles the plugin with a made-up fleet, as the portal's production build would, and writes the page that loads it.
 *
 * @param outdir - absolute path of a folder to write to
 */
export async function buildFleetPage(outdir: string): Promise<void> {
  // Exports of tables as CSV need Node; nothing on the page uses them.
  const csv = path.join(outdir, 'csv.js');
  writeFileSync(csv, 'export default () => "";');
  await build({
    entryPoints: [path.join(root, 'plugins/multicluster/dev/index.tsx')],
    outdir,
    bundle: true,
    format: 'esm',
    minify: true,
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    jsx: 'automatic',
    alias: { 'csv-stringify/lib/sync': csv },
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.HAS_REACT_DOM_CLIENT': 'true',
      'process.env': '{}',
      global: 'globalThis',
    },
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'error',
  });
  const styles = readdirSync(outdir)
    .filter(file => file.endsWith('.css'))
    .map(file => `<link rel="stylesheet" href="/${file}">`);
  writeFileSync(
    path.join(outdir, 'index.html'),
    `<!doctype html><html lang="en"><head><title>Fleet</title>${styles.join('')}
<script type="backstage.io/config">${JSON.stringify([
      { context: 'bench', data: config },
    ])}</script></head>
<body><div id="root"></div><script type="module" src="/index.js"></script></body></html>`,
  );
}
