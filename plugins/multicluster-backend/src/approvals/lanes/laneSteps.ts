import { LaneStep, laneStepKey } from './laneStepKey';

/**
 * What a release of waves comes to, in order. A wave that is released closes the one before it, in one change of form, so that
 * no cluster stays open longer than its own release. Where a person goes on from wave to wave, everything is held while they
 * think. At the end everything is held again: that is a step of its own, so that a crash in between is taken up like any other.
 *
 * @param next - `person`: somebody continues after each wave
 */
export function laneSteps(
  waves: readonly string[][],
  next: 'healthy' | 'person',
): Array<{ key: string; title: string; step: LaneStep }> {
  const releases = waves.flatMap((clusters, wave): LaneStep[] => {
    const release: LaneStep = { what: 'release', clusters };
    return next === 'person' && wave > 0
      ? [
          { what: 'hold', before: wave + 1 },
          { what: 'ask', before: wave + 1 },
          release,
        ]
      : [release];
  });
  const steps: LaneStep[] = [...releases, { what: 'hold' }];
  return steps.map(step => ({
    key: laneStepKey.of(step),
    title: titleOf(step),
    step,
  }));
}

/** Text of the portal's own language; views that have another go by the key. */
function titleOf(step: LaneStep): string {
  switch (step.what) {
    case 'release':
      return step.clusters.join(', ');
    case 'ask':
      return `Continue with wave ${step.before}`;
    default:
      return 'Hold again';
  }
}
