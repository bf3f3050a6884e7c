import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { Bench } from '../lib/Bench';
import { percentile } from '../lib/percentile';
import { buildFleetPage } from './buildFleetPage';
import { measurePaint, Paint } from './measurePaint';
import { servePage } from './servePage';

const LOADS = 7;

function installedChromium(): string | undefined {
  return [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find(file => file && existsSync(file));
}

/** How fast the Fleet page shows 100 clusters of 300 workloads, and how heavy it is; 500 clusters beside it. */
export const fleetPageBench: Bench = {
  name: 'fleet page',
  async run({ dir, log }) {
    log('Bundling the page');
    await buildFleetPage(dir);
    const served = await servePage(dir);
    const browser = await chromium.launch({
      executablePath: installedChromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    try {
      const loads = async (clusters: number) => {
        const paints: Paint[] = [];
        for (let load = 0; load < LOADS; load++) {
          paints.push(await measurePaint(browser, served.url, clusters));
        }
        return {
          paint: percentile(
            paints.map(({ paint }) => paint),
            0.5,
          ),
          nodes: Math.max(...paints.map(({ nodes }) => nodes)),
        };
      };
      const hundred = await loads(100);
      const many = await loads(500);
      return {
        bars: [
          {
            what: 'Fleet page of 100 clusters, first paint after data, median',
            value: hundred.paint,
            unit: 'ms',
            bar: 300,
          },
          {
            what: 'Fleet page of 100 clusters',
            value: hundred.nodes,
            unit: 'DOM nodes',
            bar: 3_000,
          },
          {
            what: 'Fleet page of 500 clusters',
            value: many.nodes,
            unit: 'DOM nodes',
            bar: 3_000,
          },
        ],
        notes: {
          'first paint of 500 clusters, median (ms)': Math.round(many.paint),
        },
      };
    } finally {
      await browser.close();
      await served.stop();
    }
  },
};
