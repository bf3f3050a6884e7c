import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { said } from './said';
import { ago } from './times';

/** The gate of the references: 1 of 2 approvals, open for a decision in the tool. */
export function buildGate(options: Partial<Gate> = {}): Gate {
  return {
    id: 'gate-wait',
    stageId: 'wait',
    state: 'pending',
    version: 'wait@1',
    title: 'WAIT_APPROVAL',
    approvers: [
      { nativeId: 'sre-1', kind: 'user' },
      { nativeId: 'sre-2', kind: 'user' },
    ],
    anyone: false,
    quorum: { kind: 'n-of', n: 2, received: 1 },
    decisions: [
      {
        actor: { nativeId: 'sre-1', kind: 'user' },
        verdict: 'approved',
        at: ago(240),
        listed: true,
      },
    ],
    openedAt: ago(720),
    expiresAt: ago(-6 * 3_600),
    expiryAssumed: true,
    enforcement: 'cooperative',
    identityModes: ['deep-link'],
    actionable: true,
    sentence: said('Waits for approval: 1 of 2 given by sre-1'),
    url: 'https://pipecd.example/deployments/d-canary',
    ...options,
  };
}
