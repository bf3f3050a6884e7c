import { isTroubled } from './isTroubled';
import { PlacementSummaryState } from './PlacementSummary';
import {
  WorkloadCondition,
  workloadCondition,
  workloadConditions,
} from './workloadCondition';
import { workloadSeverity } from './workloadSeverity';

describe('workloadCondition', () => {
  it.each<
    [PlacementSummaryState | undefined, boolean, number, WorkloadCondition]
  >([
    ['converged', false, 0, 'converged'],
    ['converged', false, 1, 'last-known'],
    ['progressing', false, 1, 'last-known'],
    ['degraded', false, 1, 'degraded'],
    ['unscheduled', false, 0, 'unscheduled'],
    ['scheduling-suspended', false, 2, 'scheduling-suspended'],
    ['converged', true, 0, 'converged'],
    [undefined, false, 0, 'unplaced'],
    [undefined, true, 0, 'unread'],
  ])(
    'of %s, unread %s, %i last known is %s',
    (state, unread, lastKnown, is) => {
      expect(
        workloadCondition({ summary: state && { state }, unread, lastKnown }),
      ).toBe(is);
    },
  );

  it('troubles somebody down to what is only last known, and what could not be read does not', () => {
    expect(workloadConditions.filter(isTroubled)).toEqual([
      'unscheduled',
      'unplaced',
      'degraded',
      'scheduling-suspended',
      'last-known',
    ]);
  });

  it('ranks what a newer version says as what nobody knows', () => {
    expect(workloadSeverity('from-the-future' as WorkloadCondition)).toBe(
      workloadSeverity('unread'),
    );
  });
});
