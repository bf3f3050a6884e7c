import { PipecdRun, PipecdStage } from '../native/PipecdRun';
import { GateApproval } from './GateApproval';

/**
 * Who approved a gate, as metadata and log of the stage say. A command's status is no witness: v0 never handles some that were
 * in time, and v1 calls all of them succeeded when the stage ends.
 *
 * @remarks
 * v0 writes names to metadata in their order and before the log is flushed. v1 writes them when all are there, in no order,
 * so that the log leads.
 *
 * @internal
 */
export function gateApprovals(
  { approvedBy = [], log }: PipecdStage,
  generation: PipecdRun['generation'],
): GateApproval[] {
  const logged = log?.approvals ?? [];
  const loggedNames = logged.map(({ name }) => name);
  const names =
    generation === 'v0'
      ? [...approvedBy, ...loggedNames]
      : [...loggedNames, ...approvedBy];
  return [...new Set(names)].map(name => {
    const at = logged.find(approval => approval.name === name)?.at;
    return { name, ...(at !== undefined && { at }) };
  });
}
