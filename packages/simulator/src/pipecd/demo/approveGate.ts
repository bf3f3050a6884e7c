import type { Deployment, Stage } from '../model/messages';
import type { PipecdWorld } from '../PipecdWorld';

/** The gate of an application that waits now, of its oldest run. */
export function openGate(
  pipecd: PipecdWorld,
  name: string,
): { run: Deployment; stage: Stage } | undefined {
  for (const run of pipecd.deployments(name)) {
    const stage = run.stages.find(
      candidate => candidate.name === 'WAIT_APPROVAL' && candidate.status === 1,
    );
    if (stage && run.status === 2) {
      return { run, stage };
    }
  }
  return undefined;
}

/** Approves the gate that waits, without asking who is listed: as older control planes did. */
export function approveGate(
  pipecd: PipecdWorld,
  name: string,
  users: string[],
): void {
  const found = openGate(pipecd, name);
  if (!found) {
    throw new Error(`no gate of ${name} waits`);
  }
  for (const user of users) {
    pipecd.command('approve', found.run, user, found.stage.id);
  }
}
