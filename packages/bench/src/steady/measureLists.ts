import { BenchResult } from '../lib/Bench';
import { Measured } from '../portal/startMeasured';

/** What people ask of a large fleet: all of it, what is in trouble, what is mine, what is nowhere, and what is rarely asked. */
const LISTS = [
  'status:degraded',
  'status:unhealthy',
  'status:healthy',
  '!status:converged',
  'status:unplaced',
  'region:*1',
  'cluster:cluster-0',
  'owner:team-canary',
  'entity:svc-5',
  'namespace:nowhere',
  'name:svc-5-a',
  'version:v1.0*',
  'image:*nowhere*',
  'source:nowhere',
].map(filter => `workloads?filter=${encodeURIComponent(filter)}`);

const PAGES = ['workloads', 'fleet', 'clusters', 'clusters/karmada/cluster-0'];

async function ask(
  portal: Measured,
  token: string,
  path: string,
): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${portal.url}/api/multicluster/v1/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${path} was answered with ${text.slice(0, 400)}`);
  }
  return performance.now() - begun;
}

/**
 * Lists and pages of the whole fleet, each asked for the first time, when nothing of it is cached. The embedded database
 * answers on the thread that serves everyone, so how long that thread is held up counts as much as how long one waits.
 */
export async function measureLists(
  portal: Measured,
  token: string,
): Promise<BenchResult> {
  await portal.ask('gc');
  await portal.ask('reset');
  const took: Record<string, number> = {};
  for (const path of [...PAGES, ...LISTS]) {
    took[decodeURIComponent(path)] = Math.round(await ask(portal, token, path));
  }
  const { lagP99, lagMax } = await portal.ask('sample');
  const [slowest, ms] = Object.entries(took).sort(([, a], [, b]) => b - a)[0];
  return {
    bars: [
      {
        what: 'slowest uncached list or page of the fleet',
        value: ms,
        unit: 'ms',
        bar: 2000,
      },
      {
        what: 'event-loop lag p99 while lists are read',
        value: lagP99,
        unit: 'ms',
        bar: 50,
      },
    ],
    notes: {
      'slowest list': slowest,
      'lists (ms)': JSON.stringify(took),
      'longest lag while lists are read (ms)': lagMax,
    },
  };
}
