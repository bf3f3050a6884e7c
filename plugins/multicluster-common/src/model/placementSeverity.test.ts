import {
  placementSeverity,
  placementStatesWorstFirst,
} from './placementSeverity';
import { PlacementState, placementStates } from './TargetAxes';

describe('placementSeverity', () => {
  it('ranks every state once', () => {
    expect([...placementStatesWorstFirst].sort()).toEqual(
      [...placementStates].sort(),
    );
  });

  it('ranks a state that it does not know as one that nobody can tell', () => {
    expect(placementSeverity('from-the-future' as PlacementState)).toBe(
      placementSeverity('unknown'),
    );
  });
});
