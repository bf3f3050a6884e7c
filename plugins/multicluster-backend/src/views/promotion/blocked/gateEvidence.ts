import { Gate, sentence } from '@fairway/backstage-plugin-multicluster-common';
import { gatesTowards } from '../rules/gatesTowards';
import { BlockedStep, Evidence } from './BlockedStep';

/** Somebody has to decide: `gate-waiting`, or `quorum` once some have and more are needed. */
export function gateEvidence({ to }: BlockedStep): Evidence[] {
  return gatesTowards(to.runs, 'pending')
    .filter(({ run }) => !run.lastKnown)
    .map(({ gate, run }) => {
      const url = gate.url ?? run.run.url;
      return { ...sayGate(gate), ...(url && { url }) };
    });
}

function sayGate(gate: Gate): Evidence {
  const { received, n } = gate.quorum;
  if (received === 0) {
    return {
      code: 'gate-waiting',
      sentence: sentence('promotion.blocked.gateWaiting', { gate: gate.title }),
    };
  }
  return {
    code: 'quorum',
    sentence:
      n === undefined
        ? sentence('promotion.blocked.quorumUnknown', {
            gate: gate.title,
            count: received,
          })
        : sentence('promotion.blocked.quorum', {
            gate: gate.title,
            received,
            needed: n,
          }),
  };
}

/** A tool reports that its window is closed: `window`. Nothing else knows of windows. */
export function windowEvidence({ to }: BlockedStep): Evidence[] {
  return to.deliveries.flatMap(({ pipeline }) => {
    const { hold } = pipeline;
    if (hold?.kind !== 'window') {
      return [];
    }
    const params = { pipeline: pipeline.name, reason: [hold.sentence] };
    return [
      {
        code: 'window' as const,
        sentence: hold.until
          ? sentence('promotion.blocked.windowUntil', {
              ...params,
              until: new Date(hold.until),
            })
          : sentence('promotion.blocked.window', params),
        ...(pipeline.url && { url: pipeline.url }),
      },
    ];
  });
}
