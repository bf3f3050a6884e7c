import { setTimeout as sleep } from 'node:timers/promises';
import { BenchResult } from '../lib/Bench';
import { percentile } from '../lib/percentile';
import { Measured } from '../portal/startMeasured';
import { Scale } from '../scale/startScale';
import { askTopology, TopologyAnswer } from './askTopology';
import { HintListener } from './hintListener';

const RATE = 500;
const MIB = 1024 * 1024;

async function readyCopies(url: string, token: string) {
  const { text } = await askTopology(url, token, 'svc-0');
  const answer = JSON.parse(text) as TopologyAnswer;
  const workload = answer.workloads.find(({ name }) => name === 'svc-0-a');
  return { hint: answer.hint, ready: workload?.placement?.replicas.ready };
}

/** Changes one workload and waits until a reader sees it. Milliseconds, for reader and hint. */
async function oneChange(
  portal: Measured,
  scale: Scale,
  token: string,
  hints: HintListener,
): Promise<{ seen: number; hinted: number }> {
  const before = await readyCopies(portal.url, token);
  const hint = hints.next(before.hint ?? '');
  const started = performance.now();
  await scale.drive('/touch?n=0');
  let seen = NaN;
  while (performance.now() - started < 10_000) {
    const now = await readyCopies(portal.url, token);
    if (now.ready !== before.ready) {
      seen = performance.now() - started;
      break;
    }
    await sleep(20);
  }
  return { seen, hinted: await hint };
}

/** 500 changes a second, while one workload is followed from the change to the reader. */
export async function measureChanges(
  portal: Measured,
  scale: Scale,
  token: string,
  seconds: number,
): Promise<BenchResult> {
  const hints = await HintListener.open(portal.url, token);
  const running = scale.drive(`/change?rate=${RATE}&seconds=${seconds}`);
  await sleep(5000);
  await portal.ask('gc');
  const before = await portal.ask('reset');
  const seen: number[] = [];
  const hinted: number[] = [];
  const until = Date.now() + (seconds - 8) * 1000;
  while (Date.now() < until) {
    const change = await oneChange(portal, scale, token, hints);
    seen.push(change.seen);
    hinted.push(change.hinted);
    await sleep(200);
  }
  const { lagP99 } = await portal.ask('sample');
  await portal.ask('gc');
  const after = await portal.ask('sample');
  const done = await running;
  hints.close();
  const lost = (values: number[]) =>
    values.some(Number.isNaN) ? NaN : percentile(values, 0.99);
  return {
    bars: [
      {
        what: 'change visible to a reader p99, at 500 changes/s',
        value: lost(seen),
        unit: 'ms',
        bar: 1000,
      },
      { what: 'hint p99', value: lost(hinted), unit: 'ms', bar: 1500 },
      { what: 'event-loop lag p99', value: lagP99, unit: 'ms', bar: 100 },
      {
        what: 'memory growth',
        value: ((after.rss - before.rss) / before.rss) * 100,
        unit: '%',
        bar: 5,
      },
    ],
    notes: {
      'changes made': done.changes,
      'changes took (ms)': done.ms,
      'changes followed': seen.length,
      'visible p50 (ms)': percentile(seen, 0.5),
      'resident (MiB)': after.rss / MIB,
    },
  };
}
