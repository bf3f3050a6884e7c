import { BenchResult } from '../lib/Bench';
import { percentile } from '../lib/percentile';
import { Measured } from '../portal/startMeasured';
import { askTopology, TopologyAnswer } from './askTopology';
import { openLoop } from './openLoop';

const PER_SECOND = 100;
const SECONDS = 30;

/** Bytes of an answer as production sends it: in development mode Backstage indents JSON. */
function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(JSON.parse(text)));
}

/** Where a service runs, asked 100 times a second by people of three teams about services of three teams. */
export async function measureTopology(
  portal: Measured,
  people: string[],
  services: number,
): Promise<BenchResult> {
  const own = await askTopology(portal.url, people[0], 'svc-0');
  const seen = JSON.parse(own.text) as TopologyAnswer;
  if (!own.ok || seen.workloads.length !== 3) {
    throw new Error(`svc-0 was answered with ${own.text.slice(0, 400)}`);
  }
  // Everybody asks for services of their own team: service n belongs to team n modulo three.
  const request = async (n: number) => {
    const team = n % people.length;
    const service = team + people.length * (n % Math.floor(services / 3));
    const { ok, text } = await askTopology(
      portal.url,
      people[team],
      `svc-${service}`,
    );
    return { ok, bytes: ok ? bytesOf(text) : 0 };
  };
  await openLoop({ perSecond: 50, seconds: 5, request });
  await portal.ask('reset');
  const loop = await openLoop({
    perSecond: PER_SECOND,
    seconds: SECONDS,
    request,
  });
  const { ownP50, ownP99 } = await portal.ask('sample');
  const endToEnd = percentile(loop.latencies, 0.5);
  return {
    bars: [
      { what: 'topology, own time p50', value: ownP50, unit: 'ms', bar: 10 },
      { what: 'topology, own time p99', value: ownP99, unit: 'ms', bar: 40 },
      {
        what: 'topology, end to end p50',
        value: endToEnd,
        unit: 'ms',
        bar: 60,
      },
      {
        what: 'topology of 3 workloads on 10 clusters',
        value: loop.bytes / 1024,
        unit: 'KiB',
        bar: 20,
      },
      { what: 'topology, failed', value: loop.failed, unit: '', bar: 0 },
    ],
    notes: {
      'topology end to end p99 (ms)': percentile(loop.latencies, 0.99),
    },
  };
}
