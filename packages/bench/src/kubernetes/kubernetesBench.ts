import { setTimeout as sleep } from 'node:timers/promises';
import { Bar } from '../lib/Bar';
import { Bench } from '../lib/Bench';
import { percentile } from '../lib/percentile';
import { startBoth } from './startBoth';

type Both = Awaited<ReturnType<typeof startBoth>>;

/** Waits until our inventory holds every cluster: until then it rightly answers less. */
async function filled(both: Both, clusters: number) {
  for (let i = 0; i < 240; i++) {
    const { body } = await both.ours();
    const found = JSON.parse(body).workloads ?? [];
    if (found[0]?.placement?.targets.length === clusters) {
      return;
    }
    await sleep(250);
  }
  throw new Error('Our inventory was not filled within a minute');
}

async function compare(clusters: number, rounds: number) {
  const both = await startBoth({ clusters });
  try {
    await filled(both, clusters);
    const theirs: number[] = [];
    const ours: number[] = [];
    let theirBytes = 0;
    let ourBytes = 0;
    // The first two rounds warm both; they take turns so that a slow moment of the machine meets both.
    for (let round = -2; round < rounds; round++) {
      const a = await both.theirs();
      const b = await both.ours();
      if (round >= 0) {
        theirs.push(a.ms);
        ours.push(b.ms);
        theirBytes = a.bytes;
        ourBytes = b.bytes;
      }
    }
    return {
      theirMs: percentile(theirs, 0.5),
      ourMs: percentile(ours, 0.5),
      theirBytes,
      ourBytes,
    };
  } finally {
    await both.stop();
  }
}

async function withOneHung(clusters: number) {
  const both = await startBoth({ clusters, hung: 3 });
  try {
    await filled(both, clusters);
    await both.ours();
    const { ms, body } = await both.ours();
    const named = JSON.parse(body).workloads[0].placement.targets.some(
      (target: { cluster: string; freshness: { state: string } }) =>
        target.cluster === 'cluster-3' &&
        target.freshness.state === 'last-known',
    );
    const theirs = await both.theirs(AbortSignal.timeout(5000)).then(
      answer => `${Math.round(answer.ms)} ms`,
      () => 'no answer within 5 s',
    );
    return { ms, named, theirs };
  } finally {
    await both.stop();
  }
}

/** The same question asked of the stock Kubernetes plugin beside ours. */
export const kubernetesBench: Bench = {
  name: 'beside the Kubernetes plugin',
  async run({ log }) {
    const bars: Bar[] = [];
    const notes: Record<string, number | string> = {};
    for (const clusters of [10, 50, 100]) {
      const seen = await compare(clusters, 9);
      const times = seen.theirMs / seen.ourMs;
      const bytes = seen.theirBytes / seen.ourBytes;
      log(
        `${clusters} clusters: ${seen.theirMs.toFixed(0)} ms and ${
          seen.theirBytes
        } B beside ${seen.ourMs.toFixed(1)} ms and ${seen.ourBytes} B`,
      );
      notes[`times faster at ${clusters} clusters`] = Number(times.toFixed(1));
      notes[`times fewer bytes at ${clusters}`] = Number(bytes.toFixed(1));
      if (clusters === 100) {
        bars.push(
          {
            what: 'times faster at 100 clusters',
            value: times,
            unit: 'x',
            bar: 20,
            atLeast: true,
          },
          {
            what: 'times fewer bytes at 100 clusters',
            value: bytes,
            unit: 'x',
            bar: 50,
            atLeast: true,
          },
        );
      }
    }
    const hung = await withOneHung(10);
    notes['the Kubernetes plugin with one hung cluster'] = hung.theirs;
    bars.push(
      {
        what: 'ours with one hung cluster',
        value: hung.ms,
        unit: 'ms',
        bar: 50,
      },
      {
        what: 'which names the missing cluster',
        value: hung.named ? 1 : 0,
        unit: '',
        bar: 1,
        atLeast: true,
      },
    );
    return { bars, notes };
  },
};
