import { buildTarget } from '../../../__testUtils__/buildTarget';
import { rowWhy } from './rowWhy';
import { targetRow } from './targetRow';

const counts = (desired: number, ready: number, updated?: number) => ({
  replicas: { desired, ready, updated },
});

describe('rowWhy', () => {
  it.each([
    ['healthy', {}, { type: 'nothing' }],
    [
      'held and short',
      { axes: { delivery: 'held' }, ...counts(4, 2) },
      { type: 'wait', count: 2 },
    ],
    [
      'held and complete',
      { axes: { delivery: 'held' }, ...counts(2, 2) },
      { type: 'nothing' },
    ],
    [
      'held and behind',
      {
        axes: { delivery: 'held' },
        ...counts(2, 2),
        generationsBehind: 1,
        reason: 'Suspended',
      },
      { type: 'behind', count: 1 },
    ],
    [
      'half new',
      { axes: { delivery: 'rolling-out' }, ...counts(3, 3, 1) },
      { type: 'updated', updated: '1', desired: '3' },
    ],
    [
      'behind',
      {
        axes: { delivery: 'rolling-out' },
        ...counts(3, 3, 3),
        generationsBehind: 2,
      },
      { type: 'behind', count: 2 },
    ],
    [
      'short',
      { axes: { health: 'unhealthy' }, ...counts(3, 1) },
      { type: 'ready', ready: '1', desired: '3' },
    ],
    [
      'short, with a code for it',
      {
        axes: { health: 'unhealthy' },
        ...counts(3, 0),
        reason: 'ProgressDeadlineExceeded',
      },
      { type: 'ready', ready: '0', desired: '3' },
    ],
    [
      'short, and told why',
      {
        axes: { health: 'unhealthy' },
        ...counts(3, 0),
        reason: 'QuotaExceeded',
        message: 'quota exceeded: pods',
      },
      { type: 'text', text: 'quota exceeded: pods' },
    ],
    [
      'on its way out, of which only a code is known',
      { axes: { lifecycle: 'evicting' }, reason: 'TaintUntolerated' },
      { type: 'text', text: 'taint untolerated' },
    ],
    [
      'refused',
      { axes: { delivery: 'failed' }, message: 'denied', reason: 'X' },
      { type: 'text', text: 'denied' },
    ],
    [
      'not started',
      { axes: { delivery: 'pending' }, ...counts(3, 0) },
      { type: 'nothing' },
    ],
  ] as const)('of a target that is %s', (_, options, why) => {
    expect(rowWhy(targetRow(buildTarget('m1', options)), false)).toEqual(why);
  });

  it('says of a lost cluster how the cluster is', () => {
    const lost = (code: string) =>
      rowWhy(
        targetRow(
          buildTarget('m1', {
            freshness: {
              state: 'last-known',
              reason: { code, params: {}, text: 'x' },
            },
          }),
        ),
        false,
      );
    expect(lost('view.lastKnown.unreachable')).toEqual({
      type: 'last-known',
      cluster: 'unreachable',
    });
    expect(lost('view.lastKnown.lane')).toEqual({ type: 'last-known' });
  });

  it('says no count of one cluster about many', () => {
    const row = targetRow(
      buildTarget('m1', { axes: { health: 'unhealthy' }, ...counts(3, 1) }),
    );
    expect(rowWhy(row, true)).toEqual({ type: 'nothing' });
  });
});
