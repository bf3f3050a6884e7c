import {
  RunDetail,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';

/** Where a stage stands. @internal */
export interface StageState {
  status: RunStatus;
  detail?: RunDetail;
}
