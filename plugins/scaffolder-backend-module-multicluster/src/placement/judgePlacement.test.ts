import { target, topologyOf, workload } from '../__testUtils__/topologyOf';
import { judgePlacement } from './judgePlacement';
import { WantedPlacement } from './WantedPlacement';

const wanted: WantedPlacement = {
  states: ['healthy', 'applied'],
  version: '2.0',
};

function judge(
  workloads: Parameters<typeof topologyOf>[0],
  extra: Partial<WantedPlacement> = {},
) {
  return judgePlacement(topologyOf(workloads), { ...wanted, ...extra });
}

const one = (...extra: Parameters<typeof target>) =>
  judge([workload('checkout', '2.0', [target('a', '2.0'), target(...extra)])]);

describe('judgePlacement', () => {
  it('is done when every cluster has the version in a wanted state', () => {
    expect(
      judge([
        workload('checkout', '2.0', [target('b', '2.0'), target('a', '2.0')]),
        workload('checkout', undefined, [
          target('a', undefined, { state: 'applied' }),
        ]),
      ]),
    ).toEqual({
      done: true,
      sentence: 'As wanted in version 2.0 on a, b',
    });
  });

  it('takes a digest for a version', () => {
    const workloads = [workload('checkout', '2.0', [target('a', '2.0')])];
    expect(judge(workloads, { version: 'sha256:2.0' }).done).toBe(true);
  });

  it('asks for no version when none is wanted', () => {
    const workloads = [workload('checkout', '2.0', [target('a', '1.0')])];
    expect(judge(workloads, { version: undefined })).toEqual({
      done: true,
      sentence: 'As wanted on a',
    });
  });

  it.each([
    ['an older version', one('b', '1.0'), 'runs 1.0'],
    [
      'a version an override may have changed',
      one('b', '2.0', { versionKnowledge: 'overridden' }),
      'runs a version that is overridden',
    ],
    [
      'another state',
      one('b', '2.0', { state: 'rolling-out' }),
      'is rolling-out',
    ],
    [
      'a cluster nobody hears of',
      one('b', '2.0', { freshness: { state: 'last-known' } }),
      'is only last known to be healthy',
    ],
  ])('waits for %s', (_, verdict, said) => {
    expect(verdict).toEqual({
      done: false,
      sentence: `Waiting: Deployment checkout on b ${said}`,
    });
  });

  it('does not wait for a copy that is on its way out', () => {
    const evicting = one('b', '1.0', {
      state: 'evicting',
      axes: { lifecycle: 'evicting', delivery: 'applied', health: 'healthy' },
    });
    expect(evicting.done).toBe(true);
  });

  it('waits while every copy is on its way out', () => {
    const leaving = target('a', '2.0', {
      state: 'leaving',
      axes: { lifecycle: 'leaving', delivery: 'applied', health: 'healthy' },
    });
    expect(judge([workload('checkout', '2.0', [leaving])]).sentence).toBe(
      'Waiting: Deployment checkout is on no cluster',
    );
  });

  it('does not take healthy old copies for a placement that cannot be scheduled', () => {
    const kept = workload('checkout', '2.0', [target('a', '2.0')]);
    kept.placement!.summary = {
      state: 'unscheduled',
      flags: ['kept'],
      sentence: { code: 'c', params: {}, text: 'No cluster fits' },
    };
    expect(judge([kept])).toEqual({
      done: false,
      sentence: 'Waiting: Deployment checkout is unscheduled: No cluster fits',
    });
  });

  it('waits for a template that nothing has placed', () => {
    const unplaced = workload('checkout', '2.0', [], {
      placement: undefined,
      unplaced: { code: 'c', params: {}, text: 'No policy selects it' },
    });
    expect(judge([unplaced]).sentence).toBe(
      'Waiting: Deployment checkout: No policy selects it',
    );
  });

  it('looks at the named clusters alone, and wants a copy on each', () => {
    const workloads = [
      workload('checkout', '2.0', [target('a', '2.0'), target('b', '1.0')]),
    ];
    expect(judge(workloads, { clusters: ['a'] }).done).toBe(true);
    expect(judge(workloads, { clusters: ['a', 'c'] }).sentence).toBe(
      'Waiting: Deployment checkout is not placed on c',
    );
  });

  it('looks at the named workload alone', () => {
    const workloads = [
      workload('checkout', '2.0', [target('a', '2.0')]),
      workload('cart', '1.0', [target('a', '1.0')]),
    ];
    expect(judge(workloads, { workload: 'checkout' }).done).toBe(true);
    expect(judge(workloads, { workload: 'other' }).sentence).toBe(
      'Waiting: no workload other is linked to component:default/checkout',
    );
  });

  it('never finds a version where no workload has one', () => {
    expect(
      judge([workload('checkout', undefined, [target('a')])]).sentence,
    ).toBe('Waiting: none of the workloads says that it runs 2.0');
  });

  it('waits for sources that were not read to the end', () => {
    const topology = topologyOf(
      [workload('checkout', '2.0', [target('a', '2.0')])],
      { coverage: { seen: 1, total: null, stale: 0, problems: [] } },
    );
    expect(judgePlacement(topology, wanted)).toEqual({
      done: false,
      sentence: 'Waiting: not every source has been read yet',
    });
  });

  it('names five of many and counts the rest', () => {
    const targets = [...'abcdefg'].map(name => target(name, '1.0'));
    const { sentence } = judge([workload('checkout', '2.0', targets)]);
    expect(sentence).toContain('on e runs 1.0; and 2 more');
    expect(sentence).not.toContain('on f');
  });
});
