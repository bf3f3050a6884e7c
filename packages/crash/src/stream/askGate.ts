import { setTimeout as sleep } from 'node:timers/promises';
import { GATE_NAME, GATE_SECRET } from '../portal/crashWorld';
import { PortalClient } from '../portal/PortalClient';
import { Tool } from '../tool/Tool';

/** As often as a script in a shell would, and seldom enough for many of them. */
const EVERY_MS = 300;

/**
 * The script of a run: asks until it is told, and does that. One whose agent is restarted forgets what it was told and asks
 * again; it must be told the same then.
 */
export async function askGate(options: {
  run: string;
  restarts: number;
  client: PortalClient;
  tool: Tool;
  signal: AbortSignal;
}): Promise<void> {
  const { run, restarts, client, tool, signal } = options;
  let times = 0;
  while (!signal.aborted) {
    const at = tool.asks();
    const { status, body } = await client.askWith(
      `Bearer ${GATE_SECRET}`,
      '/gates/answer',
      {
        method: 'POST',
        body: JSON.stringify({ run, gate: GATE_NAME }),
      },
    );
    const { decision } = body as { decision?: string };
    if (status < 300 && decision !== 'wait') {
      const ends = times >= restarts;
      // What is decided is given to it once, at its earliest when it asked; after that it is known there.
      if (times === 0) {
        tool.came(run, at);
      }
      tool.told(run, decision === 'approved' ? 'approve' : 'reject', ends);
      if (ends) {
        return;
      }
      times += 1;
    }
    await sleep(EVERY_MS);
  }
}
