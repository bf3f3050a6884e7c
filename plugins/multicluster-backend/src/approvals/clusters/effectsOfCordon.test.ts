import { CordonReach, effectsOfCordon } from './effectsOfCordon';

const reach: CordonReach = {
  workloads: 7,
  alone: [],
  aloneTotal: 0,
  others: ['m2', 'm3'],
  unplaced: 0,
};
const told = (action: 'cordon' | 'uncordon', more: Partial<CordonReach> = {}) =>
  effectsOfCordon(action, { ...reach, ...more }).map(
    ({ code, params }) => `${code} ${Object.values(params).join('|')}`,
  );

describe('effectsOfCordon', () => {
  it('says where new work goes, and that nothing that is there moves', () => {
    expect(told('cordon')).toEqual([
      'cordon.effect.elsewhere m2, m3',
      'cordon.effect.stays 7',
    ]);
  });

  it('says first that nothing new can be placed at all', () => {
    expect(told('cordon', { others: [] })[0]).toBe('cordon.effect.nowhere ');
  });

  it.each`
    alone         | aloneTotal | said
    ${['a']}      | ${1}       | ${'cordon.effect.alone a'}
    ${['a', 'b']} | ${9}       | ${'cordon.effect.aloneMore a, b|7'}
  `('names what runs nowhere else: $said', ({ alone, aloneTotal, said }) => {
    expect(told('cordon', { alone, aloneTotal })).toContain(said);
  });

  it('names some of many clusters', () => {
    const others = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(told('cordon', { others })[0]).toBe(
      'cordon.effect.elsewhere a, b, c, d, e (+2)',
    );
  });

  it('says of an uncordon what may come, and that nothing returns by itself', () => {
    expect(told('uncordon', { unplaced: 3 })).toEqual([
      'uncordon.effect.again ',
      'uncordon.effect.waiting 3',
      'cordon.effect.stays 7',
    ]);
  });
});
