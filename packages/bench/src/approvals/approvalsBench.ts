import {
  ApprovalItem,
  ApprovalList,
} from '@fairway/backstage-plugin-multicluster-common';
import fs from 'node:fs';
import path from 'node:path';
import { Bar } from '../lib/Bar';
import { Bench, BenchContext, BenchResult } from '../lib/Bench';
import { percentile } from '../lib/percentile';
import { until } from '../lib/until';
import {
  Measured,
  ready,
  signIn,
  startMeasured,
} from '../portal/startMeasured';
import { openLoop } from '../steady/openLoop';
import {
  arrivalsFile,
  GATES,
  gatesConfig,
  PERSON,
  writeServices,
} from './gatesWorld';

/** What one person may vote at once. */
const VOTES = 240;
const VOTES_PER_SECOND = 4;
/** The longest page there is. */
const LONGEST = 500;
const READS_PER_SECOND = 5;
/** What the page asks for. */
const PAGE = 50;

type Ask = (
  path: string,
  init?: RequestInit,
) => Promise<{ ok: boolean; bytes: number; body: unknown }>;

function asking(portal: Measured, token: string): Ask {
  return async (suffix, init = {}) => {
    const answer = await fetch(`${portal.url}/api/multicluster/v1${suffix}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    });
    const text = await answer.text();
    return {
      ok: answer.ok,
      bytes: Buffer.byteLength(text),
      body: JSON.parse(text),
    };
  };
}

/** Waits until all gates are open to the person; some of them, each of another service. */
async function allOpen(ask: Ask): Promise<ApprovalItem[]> {
  const { items } = await until(
    'All requests are open',
    600,
    async () => {
      const { ok, body } = await ask(`/approvals?limit=${LONGEST}`);
      const list = body as ApprovalList;
      return ok && list.total === GATES && list.mine === GATES && list;
    },
    2_000,
  );
  const services = new Map(
    items.map(item => [item.request.run?.pipeline, item]),
  );
  return [...services.values()].slice(0, VOTES);
}

/** Waits until the person was told of all of them: that happens once, and is no part of a day with a full inbox. */
async function allTold(portal: Measured, token: string): Promise<void> {
  await until(
    'The person is told of all requests',
    600,
    async () => {
      const answer = await fetch(
        `${portal.url}/api/notifications?limit=1&topic=approval`,
        { headers: { authorization: `Bearer ${token}` } },
      );
      const { totalCount } = (await answer.json()) as { totalCount: number };
      return totalCount >= GATES;
    },
    2_000,
  );
}

/** When whose recall window ended, by run, of votes that were taken. */
async function vote(
  ask: Ask,
  items: ApprovalItem[],
  log: (line: string) => void,
) {
  const windows = new Map<string, number>();
  const loop = await openLoop({
    perSecond: VOTES_PER_SECOND,
    seconds: items.length / VOTES_PER_SECOND,
    async request(n) {
      const { id, etag, subjectDigest } = items[n].request;
      const answer = await ask(`/approvals/${id}/votes`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'if-match': etag,
          'idempotency-key': `bench-${id}`,
        },
        body: JSON.stringify({ decision: 'approve', subjectDigest }),
      });
      if (!answer.ok) {
        log(`a vote was not taken: ${JSON.stringify(answer.body)}`);
      } else {
        const { request } = answer.body as ApprovalItem;
        windows.set(
          request.subject.run?.key ?? '',
          Date.parse(request.recallUntil ?? ''),
        );
      }
      return answer;
    },
  });
  return { loop, windows };
}

/** Milliseconds from the end of each window to the arrival at the source; NaN where one never arrived. */
async function delivered(
  dir: string,
  windows: Map<string, number>,
): Promise<number[]> {
  const arrivals = () =>
    new Map(
      fs
        .readFileSync(arrivalsFile(dir), 'utf8')
        .split('\n')
        .filter(line => line)
        .map(line => JSON.parse(line) as { run: string; at: number })
        .map(({ run, at }) => [run, at]),
    );
  await until('All decisions arrive', 60, async () =>
    [...windows.keys()].every(run => arrivals().has(run)),
  ).catch(() => undefined);
  const seen = arrivals();
  return [...windows].map(([run, end]) => (seen.get(run) ?? NaN) - end);
}

async function measure(
  context: Pick<BenchContext, 'dir' | 'seconds' | 'postgres' | 'log'>,
  database: string,
  port: number,
): Promise<BenchResult> {
  const dir = path.join(context.dir, database);
  fs.mkdirSync(dir);
  const portal = startMeasured({
    dir,
    port,
    catalog: writeServices(dir),
    multicluster: gatesConfig,
    entry: 'packages/bench/src/approvals/portal.ts',
    ...(context.postgres && { postgres: context.postgres }),
  });
  try {
    await ready(portal);
    const token = await signIn(portal, PERSON);
    const ask = asking(portal, token);
    const items = await allOpen(ask);
    await allTold(portal, token);
    const inbox = await openLoop({
      perSecond: READS_PER_SECOND,
      seconds: context.seconds,
      request: () => ask(`/approvals?limit=${PAGE}`),
    });
    const { loop, windows } = await vote(ask, items, context.log);
    const lags = await delivered(dir, windows);
    const failed = inbox.failed + loop.failed;
    const bar = (what: string, values: number[], most: number): Bar => ({
      what: `${what} p95 (${database})`,
      value:
        failed > 0 || values.some(Number.isNaN)
          ? NaN
          : percentile(values, 0.95),
      unit: 'ms',
      bar: most,
    });
    const bars = [
      bar(`inbox at ${GATES} open requests`, inbox.latencies, 150),
      bar('vote', loop.latencies, 50),
      bar('end of the recall window to delivered', lags, 2_000),
    ];
    context.log(bars.map(({ what, value }) => `${what}: ${value}`).join('; '));
    return {
      bars,
      notes: {
        [`${database}: failed`]: failed,
        [`${database}: inbox p50 (ms)`]: percentile(inbox.latencies, 0.5),
        [`${database}: inbox p99 (ms)`]: percentile(inbox.latencies, 0.99),
        [`${database}: inbox (KiB)`]: inbox.bytes / 1024,
        [`${database}: vote p50 (ms)`]: percentile(loop.latencies, 0.5),
        [`${database}: vote p99 (ms)`]: percentile(loop.latencies, 0.99),
        [`${database}: delivered p50 (ms)`]: percentile(lags, 0.5),
      },
    };
  } finally {
    await portal.stop();
  }
}

/** Missed: what is not measured is not met. */
const noPostgres: BenchResult = {
  bars: [
    {
      what: 'inbox, vote and delivery (PostgreSQL)',
      value: NaN,
      unit: 'ms',
      bar: 0,
    },
  ],
};

/**
 * A portal whose inbox is full: what the page costs whoever has to decide all of it, how long a vote takes that seals, and how
 * long after the recall window the source has the decision. All of it over HTTP, with a person's own token.
 */
export const approvalsBench: Bench = {
  name: 'approvals',
  async run({ dir, seconds, postgres, databases, log }) {
    const results: BenchResult[] = [];
    if (databases.has('sqlite')) {
      results.push(await measure({ dir, seconds, log }, 'SQLite', 7558));
    }
    if (databases.has('postgres')) {
      const context = { dir, seconds, postgres, log };
      results.push(
        postgres ? await measure(context, 'PostgreSQL', 7559) : noPostgres,
      );
    }
    return {
      bars: results.flatMap(({ bars }) => bars),
      notes: Object.assign({}, ...results.map(({ notes }) => notes)),
    };
  },
};
