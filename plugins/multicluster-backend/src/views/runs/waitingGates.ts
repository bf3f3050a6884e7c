import { Gate, isRunOver } from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  gatesOf,
} from '@fairway/backstage-plugin-multicluster-node';

/** Gates of a run that wait for somebody, in the order of its stages. What waits in a run that is over waits for nobody. */
export function waitingGates(
  derived: Pick<DerivedRun, 'status' | 'stages' | 'gates'>,
): Gate[] {
  return isRunOver(derived.status)
    ? []
    : gatesOf(derived).filter(gate => gate.state === 'pending');
}
