import { SCALED_TO_ZERO } from '@fairway/backstage-plugin-multicluster-common';
import { summaryState } from './summaryState';

describe('summaryState', () => {
  it('is a state of its own for what was scaled to zero, while nothing else is the matter', () => {
    const reason = SCALED_TO_ZERO;
    expect(summaryState({ state: 'converged', reason })).toBe('scaled-to-zero');
    expect(summaryState({ state: 'degraded', reason })).toBe('degraded');
    expect(summaryState({ state: 'converged' })).toBe('converged');
  });
});
