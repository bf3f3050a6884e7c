import type { MemberCluster } from './MemberCluster';

/** Whether the control plane hears of a member: it answers, and where an agent reports for it, that one runs. */
export function answers(member: MemberCluster): boolean {
  return (
    member.state === 'ok' && (member.syncMode === 'Push' || member.agentRuns)
  );
}
