import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun } from './runFacts';

/** All gates of a run, in the order of its stages, those that no stage carries last. @public */
export function gatesOf(derived: Pick<DerivedRun, 'stages' | 'gates'>): Gate[] {
  const carried = derived.stages.flatMap(({ gate }) => (gate ? [gate] : []));
  return [...carried, ...(derived.gates ?? [])];
}
