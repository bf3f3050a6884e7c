import { WorkloadCondition } from './workloadCondition';
import { workloadSeverity } from './workloadSeverity';

/**
 * Whether somebody should look at it. Of what could not be read nobody knows; the coverage of the answer says so.
 *
 * @public
 */
export function isTroubled(condition: WorkloadCondition): boolean {
  return workloadSeverity(condition) <= workloadSeverity('last-known');
}
