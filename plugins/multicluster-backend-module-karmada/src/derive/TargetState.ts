import {
  ReplicaCounts,
  TargetAxes,
} from '@fairway/backstage-plugin-multicluster-common';
import { TargetMemory } from './TargetMemory';

/** What the state rules make of one target; versions are joined later. @internal */
export interface TargetState {
  axes: TargetAxes;
  reason?: string;
  message?: string;
  replicas: ReplicaCounts;
  generationsBehind?: number;
  /** {@inheritDoc DerivedTarget.runs} */
  runs?: number;
  /** {@inheritDoc DerivedTarget.heldBack} */
  heldBack?: number;
  memory?: TargetMemory;
  recheckAt?: number;
  since?: number;
}
