import { cordonedTaints } from './cordonedTaints';

const cordon = {
  key: 'cluster.karmada.io/unschedulable',
  effect: 'NoSchedule',
};
const down = {
  key: 'cluster.karmada.io/not-ready',
  effect: 'NoSchedule',
  timeAdded: '2026-11-21T11:00:00Z',
};

describe('cordonedTaints', () => {
  it.each([
    ['cordon', undefined, [cordon]],
    ['cordon', [down], [down, cordon]],
    ['cordon', [cordon, down], undefined],
    ['uncordon', [cordon, down], [down]],
    ['uncordon', [{ ...cordon, value: 'x', timeAdded: 'then' }], []],
    ['uncordon', [down], undefined],
    ['uncordon', undefined, undefined],
    ['uncordon', [{ ...cordon, effect: 'NoExecute' }], undefined],
  ] as const)('%s: %j becomes %j', (action, before, after) => {
    expect(cordonedTaints(before, action)).toEqual(after);
  });
});
