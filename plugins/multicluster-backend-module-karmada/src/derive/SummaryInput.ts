import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { PolicyRef } from '@fairway/backstage-plugin-multicluster-common';
import { BindingNative } from '../native/BindingNative';
import { Target } from './targetSet';
import { TargetState } from './TargetState';

/** A target with what was derived of it. @internal */
export interface DerivedState extends Target {
  state: TargetState;
}

/** What the summary of a binding is made of. @internal */
export interface SummaryInput {
  native: BindingNative;
  targets: DerivedState[];
  policy?: PolicyRef;
  workload?: WorkloadFact;
  dependency: boolean;
  orphaned: boolean;
  deleting: boolean;
  /** Copies wanted by the template where the kind has any. */
  wanted: number;
  /** Copies are counted for this kind. */
  counted: boolean;
  now: number;
  deadlineMs: number;
}
