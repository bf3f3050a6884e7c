import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';
import { RequestRecord } from '../model/RequestRecord';
import { StepRecord } from '../model/StepRecord';

/** A gate as its tool shows it now. */
export interface GateSight {
  /** Absent: the tool knows no such run. */
  run?: Pick<DerivedRun, 'status' | 'endedBy'>;
  gate?: Gate;
  /** All of the delivery. */
  steps: StepRecord[];
  /** What the tool calls whoever the step is in the name of. */
  names: readonly string[];
  decision: RequestRecord['decision'];
  /** What was decided about. */
  gateVersion?: string;
}
