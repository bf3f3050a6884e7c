import { Pod, sentence } from '@fairway/backstage-plugin-multicluster-common';
import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { PodsOfCluster } from './PodsOfCluster';
import { treeMove } from './treeMove';
import { treeRows } from './treeRows';
import { TreeRow } from './TreeRow';

const web = buildWorkload('web', [
  buildTarget('m1'),
  buildTarget('m2', { axes: { health: 'unhealthy' } }),
]);
const lonely = buildWorkload('lonely', undefined);
const m2 = `c/${web.id}/m2`;
const pod = { name: 'web-1', namespace: 'default' } as Pod;

const rowsOf = (
  options: {
    workloads?: (typeof web)[];
    folded?: string[];
    opened?: string[];
    pods?: PodsOfCluster;
    keep?: string;
  } = {},
) =>
  treeRows({
    workloads: options.workloads ?? [web, lonely],
    folded: new Set(options.folded),
    opened: new Set(options.opened),
    pods: new Map(options.pods && [[m2, options.pods]]),
    matches: (workload, target) =>
      !options.keep || (target?.cluster ?? workload.name) === options.keep,
  });
const drawn = (rows: TreeRow[]) =>
  rows.map(row => {
    switch (row.type) {
      case 'workload':
        return row.workload.name;
      case 'cluster':
        return `  ${row.target.cluster}`;
      case 'pod':
        return `    ${row.pod.name}`;
      default:
        return `    (${row.note})`;
    }
  });

describe('treeRows', () => {
  it('lists clusters below their workload, the worst first', () => {
    expect(drawn(rowsOf())).toEqual(['web', '  m2', '  m1', 'lonely']);
  });

  it('says how deep a row is, which of how many, and whether it can be opened', () => {
    const [workload, cluster, , last] = rowsOf();
    expect(workload).toMatchObject({
      level: 1,
      position: 1,
      siblings: 2,
      expanded: true,
    });
    expect(cluster).toMatchObject({
      level: 2,
      position: 1,
      siblings: 2,
      expanded: false,
    });
    expect(last.expanded).toBeUndefined();
  });

  it('hides the clusters of a folded workload', () => {
    expect(drawn(rowsOf({ folded: [`w/${web.id}`] }))).toEqual([
      'web',
      'lonely',
    ]);
  });

  const read = (items: Pod[], problem?: 'timeout'): PodsOfCluster => ({
    state: 'read',
    answer: {
      cluster: 'm2',
      observedAt: '',
      items,
      problem: problem && {
        code: problem,
        sentence: sentence('detail.timeout', { cluster: 'm2' }),
      },
    },
  });

  it.each<[string, PodsOfCluster | undefined, string[]]>([
    ['not read yet', undefined, ['(loading)']],
    ['read', read([pod]), ['web-1']],
    ['none', read([]), ['(none)']],
    ['refused', read([], 'timeout'), ['(problem)']],
    ['read in part', read([pod], 'timeout'), ['web-1', '(problem)']],
    ['failed', { state: 'failed' }, ['(problem)']],
  ])('shows pods that are %s', (_, pods, shown) => {
    const rows = drawn(rowsOf({ opened: [m2], pods }));
    expect(rows.slice(2, 2 + shown.length).map(row => row.trim())).toEqual(
      shown,
    );
  });

  it('shows no pods of a workload that only the entity claims', () => {
    const claimed = { ...web, match: { ...web.match, confirmed: false } };
    const rows = rowsOf({
      workloads: [claimed],
      opened: [m2],
      pods: read([pod]),
    });
    expect(drawn(rows)[2].trim()).toBe('(closed)');
  });

  it('keeps a workload while one of its clusters matches, and one that runs nowhere by itself', () => {
    expect(drawn(rowsOf({ keep: 'm1' }))).toEqual(['web', '  m1']);
    expect(drawn(rowsOf({ keep: 'lonely' }))).toEqual(['lonely']);
    expect(drawn(rowsOf({ keep: 'none' }))).toEqual([]);
  });
});

describe('treeMove', () => {
  const rows = rowsOf({ opened: [m2] });
  const [first, cluster, note, last] = [
    rows[0].id,
    rows[1].id,
    rows[2].id,
    rows[4].id,
  ];

  it.each([
    [first, 'ArrowDown', { type: 'focus', id: cluster }],
    [first, 'ArrowUp', { type: 'focus', id: first }],
    [first, 'End', { type: 'focus', id: last }],
    [last, 'Home', { type: 'focus', id: first }],
    [last, 'ArrowDown', { type: 'focus', id: last }],
    [first, 'PageDown', { type: 'focus', id: last }],
    [first, 'ArrowLeft', { type: 'toggle', id: first }],
    [first, 'ArrowRight', { type: 'focus', id: cluster }],
    [cluster, 'ArrowLeft', { type: 'toggle', id: cluster }],
    [rows[3].id, 'ArrowRight', { type: 'toggle', id: rows[3].id }],
    [rows[3].id, 'ArrowLeft', { type: 'focus', id: first }],
    [note, 'ArrowLeft', { type: 'focus', id: cluster }],
    [note, 'ArrowRight', undefined],
    [note, 'Escape', { type: 'focus', id: cluster }],
    [first, 'Escape', undefined],
    [cluster, 'Enter', { type: 'open', id: cluster }],
    [cluster, '/', { type: 'find' }],
    [cluster, 'a', undefined],
    ['gone', 'ArrowDown', { type: 'focus', id: cluster }],
    [undefined, 'ArrowDown', { type: 'focus', id: cluster }],
  ])('on %s, %s does %j', (id, key, move) => {
    expect(treeMove(rows, id, key)).toEqual(move);
  });

  it('does nothing in an empty tree, save leading to the filter', () => {
    expect(treeMove([], undefined, 'ArrowDown')).toBeUndefined();
    expect(treeMove([], undefined, '/')).toEqual({ type: 'find' });
  });
});
