import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { clusterRowsOf } from './clusterRowsOf';
import { groupRows } from './groupRows';

type Targets = ReturnType<typeof buildTarget>[];

const orderedGroupsOf = (environments: string[], ...targets: Targets) =>
  groupRows(clusterRowsOf([buildWorkload('web', targets)]), environments);

const groupsOf = (...targets: Targets) => orderedGroupsOf([], ...targets);

describe('groupRows', () => {
  it('groups by environment where any cluster states one, in the order of the platform', () => {
    const groups = orderedGroupsOf(
      ['production', 'test', 'dev'],
      buildTarget('d', { environment: 'dev' }),
      buildTarget('t', { environment: 'test', region: 'eu' }),
      buildTarget('p1', { environment: 'production', region: 'us' }),
      buildTarget('p2', { environment: 'production', region: 'eu' }),
      buildTarget('x', { region: 'eu' }),
    );
    expect(groups.map(group => group.title)).toEqual([
      'production',
      'test',
      'dev',
      undefined,
    ]);
    expect(groups[0].regions).toEqual(['eu', 'us']);
  });

  it('orders environments as the platform does even against their usual names, those it does not name last', () => {
    expect(
      orderedGroupsOf(
        ['dev', 'production'],
        buildTarget('x'),
        buildTarget('p', { environment: 'production' }),
        buildTarget('z', { environment: 'zoo' }),
        buildTarget('d', { environment: 'dev' }),
      ).map(group => group.title),
    ).toEqual(['dev', 'production', 'zoo', undefined]);
  });

  it('orders regions by name, whatever environments are called', () => {
    expect(
      orderedGroupsOf(
        ['us'],
        buildTarget('a', { region: 'us' }),
        buildTarget('b', { region: 'eu' }),
      ).map(group => group.title),
    ).toEqual(['eu', 'us']);
  });

  it('groups by region where no cluster states an environment', () => {
    expect(
      groupsOf(
        buildTarget('a', { region: 'us' }),
        buildTarget('b', { region: 'eu' }),
      ).map(group => [group.by, group.title]),
    ).toEqual([
      ['region', 'eu'],
      ['region', 'us'],
    ]);
  });

  it('leaves clusters that state neither together', () => {
    expect(groupsOf(buildTarget('a'), buildTarget('b'))).toHaveLength(1);
  });

  it('keeps rows in their place while there are few, and puts trouble first when there are many', () => {
    const bad = { axes: { health: 'unhealthy' } } as const;
    const few = groupsOf(buildTarget('m1'), buildTarget('m2', bad));
    expect(few[0].rows.map(row => row.cluster)).toEqual(['m1', 'm2']);
    const many = groupsOf(
      ...[1, 2, 10, 3, 4, 5].map(n => buildTarget(`m${n}`)),
      buildTarget('m9', bad),
    );
    expect(many[0].rows.map(row => row.cluster)).toEqual([
      'm9',
      'm1',
      'm2',
      'm3',
      'm4',
      'm5',
      'm10',
    ]);
  });

  it('does not count copies that are only last known as ready', () => {
    const [group] = groupsOf(
      buildTarget('m1'),
      buildTarget('m2', { freshness: { state: 'last-known' } }),
    );
    expect(group.replicas).toMatchObject({ desired: 2, ready: 2 });
    expect(group.lastReported).toMatchObject({ desired: 2, ready: 2 });
  });
});
