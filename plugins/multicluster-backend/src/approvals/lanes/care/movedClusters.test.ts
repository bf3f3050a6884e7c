import { movedClusters } from './movedClusters';

const had = (cluster: string, content: string, appliedAt: number) => ({
  cluster,
  digest: `${content}2`,
  digestWithoutReplicas: content,
  appliedAt,
  approved: true,
});
/** Newest first: m1 and m2 had a, then b; m3 never had b. */
const given = [
  had('m1', 'b', 2),
  had('m2', 'b', 2),
  had('m1', 'a', 1),
  had('m2', 'a', 1),
  had('m3', 'a', 1),
];
const held = (content: string, ...clusters: string[]) =>
  Object.fromEntries(
    clusters.map(name => [
      name,
      { digest: `${content}9`, digestWithoutReplicas: content },
    ]),
  );

const prod: Record<string, string[]> = {
  m1: ['prod'],
  m2: ['prod'],
  m3: ['prod'],
  t1: ['test'],
  both: ['prod', 'test'],
};

describe('movedClusters', () => {
  it.each`
    now                      | lost         | moved     | why
    ${held('b', 'm2', 'm3')} | ${['m1']}    | ${'m2m3'} | ${'what a lost cluster had, within its environment'}
    ${held('b', 'm2', 'm3')} | ${[]}        | ${''}     | ${'nothing was lost'}
    ${held('c', 'm2')}       | ${['m1']}    | ${''}     | ${'it is not what the lost one had'}
    ${held('b', 'm2')}       | ${['m3']}    | ${''}     | ${'the lost one had other content last'}
    ${held('a', 'm2')}       | ${['m1']}    | ${''}     | ${'the lost one had that before the last'}
    ${held('b', 'm2')}       | ${['never']} | ${''}     | ${'the lost one had nothing of it'}
    ${held('b', 't1')}       | ${['m1']}    | ${''}     | ${'the cluster is of another environment'}
    ${held('b', 'both')}     | ${['m1']}    | ${''}     | ${'a part of it goes to another environment'}
    ${held('b', 'unknown')}  | ${['m1']}    | ${''}     | ${'nobody knows its environment'}
    ${held('b', 'unknown')}  | ${[]}        | ${''}     | ${'nothing was lost, and nobody knows its environment'}
    ${held('b', 'm1', 'm2')} | ${['m1']}    | ${'m2'}   | ${'a lost cluster takes nothing over'}
  `('gives "$moved": $why', ({ now, lost, moved }) => {
    const environmentsOf = (cluster: string) => prod[cluster] ?? [];
    expect(movedClusters({ now, given, lost, environmentsOf }).join('')).toBe(
      moved,
    );
  });
});
