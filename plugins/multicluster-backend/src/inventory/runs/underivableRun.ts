import { Gate, sentence } from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';

/**
 * What is said of a run whose rules failed: that nothing is known of it now. Its stages are those of before; what was said of
 * them may be long past, so that a gate that could be decided then must not look as if it could now.
 */
export function underivableRun(previous: DerivedRun | undefined): DerivedRun {
  const unknown = sentence('inventory.underivableRun');
  const close = (gate: Gate): Gate => ({
    ...gate,
    state: 'unknown',
    actionable: false,
    sentence: unknown,
  });
  return {
    status: 'unknown',
    nativeStatus: previous?.nativeStatus ?? '',
    sentence: unknown,
    stages: (previous?.stages ?? []).map(
      ({ detail: _, gate, steps, ...stage }) => ({
        ...stage,
        status: 'unknown',
        steps: steps.map(step => ({ ...step, status: 'unknown' })),
        ...(gate && { gate: close(gate) }),
      }),
    ),
    ...(previous?.gates && { gates: previous.gates.map(close) }),
    notes: [],
    ...(previous?.memory && { memory: previous.memory }),
  };
}
