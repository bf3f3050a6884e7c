import { SCALED_TO_ZERO } from '@fairway/backstage-plugin-multicluster-common';
import { summaryState } from './summaryState';

describe('summaryState', () => {
  it('is a state of its own for what was scaled to zero, while nothing else is the matter', () => {
    const zero = { reason: SCALED_TO_ZERO, flags: [] };
    expect(summaryState({ state: 'converged', ...zero })).toBe(
      'scaled-to-zero',
    );
    expect(summaryState({ state: 'degraded', ...zero })).toBe('degraded');
    expect(summaryState({ state: 'converged', flags: [] })).toBe('converged');
  });

  it('is held, and not rolling out, while a change is held back', () => {
    const flags: ['held'] = ['held'];
    expect(summaryState({ state: 'progressing', flags })).toBe('suspended');
    expect(summaryState({ state: 'degraded', flags })).toBe('degraded');
  });

  it('tells what is kept where it is from what runs nowhere', () => {
    const state = 'unscheduled';
    expect(summaryState({ state, flags: ['kept'] })).toBe('kept');
    expect(summaryState({ state, flags: ['withdrawn'] })).toBe('unscheduled');
  });
});
