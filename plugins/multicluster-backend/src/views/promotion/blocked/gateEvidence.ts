import { Gate, sentence } from '@fairway/backstage-plugin-multicluster-common';
import { gatesTowards, ScopeGate } from '../rules/gatesTowards';
import { ScopeRequest } from '../ScopeRequest';
import { BlockedStep, Evidence } from './BlockedStep';
import { awaitsWindow } from './windowEvidence';

/**
 * Somebody has to decide: `gate-waiting`, or `quorum` once some have and more are needed. Gates of tools, and what asks the
 * portal without being a gate of its tool.
 */
export function gateEvidence({ to }: BlockedStep): Evidence[] {
  const approved = to.requests.filter(awaitsWindow);
  const waiting = gatesTowards(to.runs, 'pending');
  const gates = waiting
    .filter(({ run }) => !run.lastKnown)
    // The tool goes on waiting while a window keeps the decision back: there is nothing left to decide.
    .filter(item => !approved.some(request => isAbout(request, item)))
    .map(({ gate, run }) => {
      const url = gate.url ?? run.run.url;
      return { ...sayGate(gate), ...(url && { url }) };
    });
  const asked = to.requests
    .filter(({ kind, state }) => kind !== 'gate' && state === 'pending')
    // Said by the gate already, and by the run that waits.
    .filter(({ id }) => !waiting.some(({ gate }) => gate.requestId === id))
    .map(({ title, received, needed }) => say(title, received, needed));
  return [...gates, ...asked];
}

function isAbout(request: ScopeRequest, { gate, run }: ScopeGate): boolean {
  return request.runKey === run.run.nativeId && request.gateId === gate.id;
}

function sayGate({ title, quorum }: Gate): Evidence {
  return say(title, quorum.received, quorum.n);
}

function say(gate: string, received: number, needed?: number): Evidence {
  if (received === 0) {
    return {
      code: 'gate-waiting',
      sentence: sentence('promotion.blocked.gateWaiting', { gate }),
    };
  }
  return {
    code: 'quorum',
    sentence:
      needed === undefined
        ? sentence('promotion.blocked.quorumUnknown', { gate, count: received })
        : sentence('promotion.blocked.quorum', { gate, received, needed }),
  };
}
