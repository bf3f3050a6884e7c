import fs from 'node:fs';
import path from 'node:path';
import type { Cluster } from '../../../karmada/model/Cluster';
import type { LogEntry } from '../../recording/WatchLog';
import { journeys } from '../journeys';
import { shapes } from './shapes';

const recordings = path.join(__dirname, '../../../__fixtures__/recordings');

function recorded(name: string): LogEntry[] {
  return JSON.parse(
    fs.readFileSync(path.join(recordings, `${name}.json`), 'utf8'),
  );
}

/** Sequences that differ, and why; the README lists them for readers. */
const known: Record<string, Record<string, string>> = {
  'held-while-a-lost-cluster-returns': {
    'twice-deployment@member1':
      'on a busy machine the recorded eviction lasted 1.2 seconds, long enough to be counted',
  },
  'held-while-its-only-cluster-is-lost': {
    'away-deployment':
      'the recorded controllers were slow to send and quick to report, the embedded ones take their time for both',
  },
  dependencies: Object.fromEntries(
    ['config-configmap', 'secret-secret'].flatMap(name =>
      ['member1', 'member2'].map(cluster => [
        `web-${name}@${cluster}`,
        'the recorded controllers were held back by their own rate limits for two seconds, so that waiting lasted long enough to be counted',
      ]),
    ),
  ),
};

const told = new Map<string, LogEntry[]>();

/** Each journey is told once: it is the same each time. */
function simulated(name: string): LogEntry[] {
  const entries = told.get(name) ?? journeys[name]();
  told.set(name, entries);
  return entries;
}

function readiness(entries: LogEntry[], name: string): string[] {
  const lines = entries
    .filter(({ stream }) => stream === 'clusters')
    .filter(({ object }) => object.metadata.name === name)
    .map(({ object }) => {
      const { spec, status, metadata } = object as Cluster;
      const ready = status?.conditions?.find(({ type }) => type === 'Ready');
      return [
        ready ? `${ready.status}/${ready.reason}` : 'never reported',
        ...(spec.taints ?? []).map(({ key, effect }) => `${key}:${effect}`),
        metadata.deletionTimestamp && 'leaving',
      ]
        .filter(Boolean)
        .join(' ');
    });
  return lines.filter((line, index) => line !== lines[index - 1]);
}

describe('the embedded Karmada, taken through the recorded journeys', () => {
  it('has a story for every recording', () => {
    const files = fs.readdirSync(recordings).map(file => path.parse(file).name);
    expect(Object.keys(journeys).sort()).toEqual(files.sort());
  });

  it.each(Object.keys(journeys))(
    'shows the same shapes in the same order: %s',
    name => {
      const expected = shapes(recorded(name));
      const actual = shapes(simulated(name));
      for (const key of Object.keys(known[name] ?? {})) {
        // A difference that is gone must be taken off the list.
        expect(actual[key]).not.toEqual(expected[key]);
        delete actual[key];
        delete expected[key];
      }
      expect(actual).toEqual(expected);
    },
  );

  it.each([
    ['cluster-joins-cordoned-and-leaves', 'member4'],
    ['cluster-lost-and-graceful-eviction', 'member1'],
    ['fallback-affinity-and-rebalance', 'member3'],
    ['pull-agent-stopped', 'member3'],
  ])('shows the same readiness and taints: %s, %s', (name, cluster) => {
    expect(readiness(simulated(name), cluster)).toEqual(
      readiness(recorded(name), cluster),
    );
  });

  it.each(Object.keys(journeys))(
    'says of failures what the recorded one said: %s',
    name => {
      const messages = (entries: LogEntry[]) =>
        new Set(
          entries
            .flatMap(({ object }) => {
              const status = object.status as
                | { conditions?: Array<{ status: string; message: string }> }
                | undefined;
              return status?.conditions ?? [];
            })
            .filter(({ status }) => status !== 'True')
            .map(({ message }) =>
              // Whoever counts room from models and whoever counts it from sums arrive at different numbers.
              message.replace(/replicas \d+ are/, 'replicas N are'),
            ),
        );
      expect(messages(simulated(name))).toEqual(messages(recorded(name)));
    },
  );

  it('tells a journey the same way each time', () => {
    const [first, second] = [1, 2].map(() =>
      JSON.stringify(journeys['direct-eviction']()),
    );
    expect(first).toBe(second);
  });
});
