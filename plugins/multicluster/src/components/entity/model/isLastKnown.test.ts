import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { isLastKnown } from './isLastKnown';

const live = buildTarget('m1');
const lost = buildTarget('m2', { freshness: { state: 'last-known' } });

describe('isLastKnown', () => {
  it.each([
    ['is live where all clusters are', [live], 'converged', false],
    ['is last known where a cluster is lost', [live, lost], 'converged', true],
    ['says what is wrong first', [lost], 'degraded', false],
    ['is nothing where nothing is placed', undefined, 'converged', false],
  ] as const)('%s', (_, targets, state, expected) => {
    const workload = buildWorkload('web', targets && [...targets], {
      summary: { state, flags: [] },
    });
    expect(isLastKnown(workload)).toBe(expected);
  });
});
