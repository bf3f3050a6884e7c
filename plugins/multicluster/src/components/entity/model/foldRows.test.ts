import fc from 'fast-check';
import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { clusterRowsOf } from './clusterRowsOf';
import { foldRows, ShownRow } from './foldRows';
import { groupRows } from './groupRows';

const rowsOf = (targets: ReturnType<typeof buildTarget>[]) =>
  groupRows(clusterRowsOf([buildWorkload('web', targets)])).flatMap(
    group => group.rows,
  );
const many = (count: number, options = {}, prefix = 'm') =>
  Array.from({ length: count }, (_, index) =>
    buildTarget(`${prefix}${index}`, options),
  );
const drawn = (shown: ShownRow[]) =>
  shown.map(item =>
    item.type === 'fold' ? `${item.rows.length}` : item.row.cluster,
  );

describe('foldRows', () => {
  it('shows up to 12 clusters one by one', () => {
    expect(foldRows(rowsOf(many(12)))).toHaveLength(12);
  });

  it('folds 94 healthy clusters of one version into one row and leaves the odd ones out', () => {
    const shown = foldRows(
      rowsOf([
        ...many(94),
        buildTarget('bad', { axes: { health: 'unhealthy' } }),
        buildTarget('old', { version: 'v1.8.1' }),
      ]),
    );
    expect(drawn(shown)).toEqual(['bad', '94', 'old']);
  });

  it('folds 500 clusters that are all last known', () => {
    const shown = foldRows(
      rowsOf(many(500, { freshness: { state: 'last-known' } })),
    );
    expect(drawn(shown)).toEqual(['500']);
  });

  it('folds trouble by its reason only when there is too much of it', () => {
    const bad = (reason: string) => ({ axes: { health: 'unhealthy' }, reason });
    expect(
      drawn(foldRows(rowsOf([...many(20), ...many(5, bad('A'), 'a')]))),
    ).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', '20']);
    expect(
      drawn(
        foldRows(
          rowsOf([...many(9, bad('A'), 'a'), ...many(6, bad('B'), 'b')]),
        ),
      ),
    ).toEqual(['9', '6']);
  });

  it('does not fold a healthy cluster that is short of copies', () => {
    const short = buildTarget('short', { replicas: { desired: 2, ready: 1 } });
    expect(drawn(foldRows(rowsOf([...many(20), short])))).toContain('short');
  });

  it('folds Jobs that are through, of which nobody counts copies any more', () => {
    const through = { replicas: { desired: 1 } };
    expect(drawn(foldRows(rowsOf(many(20, through))))).toEqual(['20']);
  });

  it('never loses a cluster, nor shows one twice', () => {
    const target = fc.record({
      health: fc.constantFrom('healthy', 'unhealthy', 'unknown'),
      version: fc.constantFrom('v1', 'v2'),
      lost: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(target, { maxLength: 60 }), targets => {
        const rows = rowsOf(
          targets.map(({ health, version, lost }, index) =>
            buildTarget(`m${index}`, {
              axes: { health: health as 'healthy' },
              version,
              freshness: { state: lost ? 'last-known' : 'live' },
            }),
          ),
        );
        const shown = foldRows(rows).flatMap(item =>
          item.type === 'fold' ? item.rows : [item.row],
        );
        expect(shown.map(row => row.key).sort()).toEqual(
          rows.map(row => row.key).sort(),
        );
      }),
    );
  });
});
