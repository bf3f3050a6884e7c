import {
  BlockedCode,
  WhyBlocked,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  agentEvidence,
  queueEvidence,
  staleEvidence,
  stuckEvidence,
  unknownEvidence,
} from './agentEvidence';
import { BlockedStep } from './BlockedStep';
import { gateEvidence } from './gateEvidence';
import { placementEvidence, suspendedEvidence } from './placementEvidence';
import {
  actuatorEvidence,
  driftEvidence,
  upstreamEvidence,
} from './upstreamEvidence';
import { windowEvidence } from './windowEvidence';

/**
 * What tells most comes first: what a person can act on here, then what is wrong around it, then that nothing is known. The
 * closed list of codes; a code that is missing here does not compile.
 */
const RANK: Record<BlockedCode, number> = {
  unscheduled: 0,
  quota: 1,
  'policy-suspended': 2,
  'gate-waiting': 3,
  quorum: 4,
  window: 5,
  'unhealthy-upstream': 6,
  drift: 7,
  'source-stale': 8,
  'agent-offline': 9,
  'agent-stuck': 10,
  'queued-behind-run': 11,
  'no-actuator': 12,
  unknown: 13,
};

const RULES = [
  placementEvidence,
  suspendedEvidence,
  gateEvidence,
  windowEvidence,
  upstreamEvidence,
  driftEvidence,
  staleEvidence,
  agentEvidence,
  stuckEvidence,
  queueEvidence,
  actuatorEvidence,
];

/**
 * Why a step does not happen: one sentence and all that it rests on, most telling first. Undefined while it moves, or waits
 * for nothing but somebody to begin.
 */
export function whyBlocked(step: BlockedStep): WhyBlocked | undefined {
  const known = RULES.flatMap(rule => rule(step));
  const evidence = (known.length > 0 ? known : unknownEvidence(step)).sort(
    (a, b) => RANK[a.code] - RANK[b.code],
  );
  const [first] = evidence;
  return first && { code: first.code, sentence: first.sentence, evidence };
}
