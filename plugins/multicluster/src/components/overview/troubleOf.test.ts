import {
  PlacementSummaryState,
  WorkloadRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { troubleOf } from './troubleOf';

function row(
  id: string,
  state?: PlacementSummaryState,
  rest: Partial<WorkloadRow> = {},
): WorkloadRow {
  return {
    id,
    controlPlane: 'prod',
    group: 'apps',
    kind: 'Deployment',
    namespace: 'default',
    name: id,
    entityRefs: [],
    summary: state && { state, flags: [] },
    clusters: 2,
    targets: {},
    replicas: {},
    versions: [],
    lastKnown: 0,
    ...rest,
  };
}

describe('troubleOf', () => {
  it('puts what runs nowhere first, and leaves out what is well or on its way', () => {
    expect(
      troubleOf([
        row('well', 'converged'),
        row('rolling', 'progressing'),
        row('held', 'scheduling-suspended'),
        row('short', 'degraded'),
        row('unplaced', undefined, { unplaced: true }),
        row('withdrawn', 'unscheduled'),
      ]).map(({ id }) => id),
    ).toEqual(['withdrawn', 'unplaced', 'short', 'held']);
  });

  it('does not take what could not be read for what runs nowhere', () => {
    expect(troubleOf([row('unread', undefined, { unread: true })])).toEqual([]);
  });

  it('names a workload with a copy on a lost cluster, although its placement reads well', () => {
    expect(
      troubleOf([row('lost', 'converged', { lastKnown: 1 })]).map(
        ({ id }) => id,
      ),
    ).toEqual(['lost']);
  });

  it('names each workload once, the latest of equals first', () => {
    const old = row('old', 'degraded', { since: '2026-11-01T00:00:00Z' });
    const fresh = row('fresh', 'degraded', { since: '2026-11-21T00:00:00Z' });
    expect(troubleOf([old, fresh, old]).map(({ id }) => id)).toEqual([
      'fresh',
      'old',
    ]);
  });
});
