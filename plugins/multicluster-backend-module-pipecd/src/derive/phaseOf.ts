import { DeploymentStatus } from '../native/DeploymentStatus';
import { RunPhase } from './RunPhase';

const PHASES: ReadonlyMap<number, RunPhase> = new Map([
  [DeploymentStatus.PENDING, 'before'],
  [DeploymentStatus.PLANNED, 'before'],
  [DeploymentStatus.RUNNING, 'running'],
  [DeploymentStatus.ROLLING_BACK, 'back'],
  [DeploymentStatus.SUCCESS, 'over'],
  [DeploymentStatus.FAILURE, 'over'],
  [DeploymentStatus.CANCELLED, 'over'],
]);

/** {@inheritDoc RunPhase} @internal */
export function phaseOf(status: number): RunPhase {
  return PHASES.get(status) ?? 'unknown';
}
