import path from 'node:path';
import { Bench } from '../lib/Bench';
import { root } from '../lib/root';
import { bundle } from './bundle';

const KIB = 1024;

/** How much of ours a portal loads before anything is opened, and for each card. */
export const bundleBench: Bench = {
  name: 'front-end size',
  async run({ dir }) {
    const plugin = path.join(root, 'plugins/multicluster');
    const { eager, lazy } = await bundle(
      path.join(plugin, 'src/index.ts'),
      dir,
    );
    const cards = Object.entries(lazy).filter(([name]) =>
      /Card|Widget/.test(name),
    );
    if (cards.length === 0) {
      throw new Error('The plugin loads no card on demand');
    }
    return {
      bars: [
        {
          what: 'plugin entry, eager',
          value: eager / KIB,
          unit: 'KiB gzip',
          bar: 3,
        },
        ...cards.map(([name, bytes]) => ({
          what: `${name}, on demand`,
          value: bytes / KIB,
          unit: 'KiB gzip',
          bar: 15,
        })),
      ],
      notes: Object.fromEntries(
        Object.entries(lazy).map(([name, bytes]) => [
          `${name} (KiB gzip)`,
          Number((bytes / KIB).toFixed(1)),
        ]),
      ),
    };
  },
};
