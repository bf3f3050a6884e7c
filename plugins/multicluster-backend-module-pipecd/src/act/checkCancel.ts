import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { PipecdRun } from '../native/PipecdRun';
import { Acting } from './Acting';
import { outcome } from './outcome';

/** Whether a deployment may be cancelled now: a result when there is nothing to ask. @internal */
export function checkCancel(
  { native, active }: RunFact<PipecdRun>,
  acting: Acting,
): ActionResult | undefined {
  if (native.status === DeploymentStatus.CANCELLED) {
    return outcome.noop(acting, sentence('pipecd.act.already'));
  }
  return active
    ? undefined
    : outcome.refused(acting, 'conflict', sentence('pipecd.act.over'));
}
