import {
  IdentityMode,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { GateCapability } from '@fairway/backstage-plugin-multicluster-node';
import { RequestRecord } from '../model/RequestRecord';
import { PlannedStep } from '../model/StepRecord';
import { VoteRecord } from '../model/VoteRecord';

/**
 * What is sent to the gate of a tool: one step for each person, in the order in which they voted, where the tool counts people;
 * else one, in the name of whoever decided last. A refusal is one person's there. What only a person's own request carries can
 * be sent for that person alone.
 */
export function planRunGate(
  request: Pick<
    RequestRecord,
    'decision' | 'delivery' | 'identityMode' | 'breakGlass'
  >,
  votes: VoteRecord[],
  capability: Pick<GateCapability, 'countsPeople'> | undefined,
): PlannedStep[] {
  const { decision, delivery, breakGlass, identityMode } = request;
  const voters = votes
    .filter(vote => vote.decision === decision)
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ voter }) => voter);
  const people =
    breakGlass && decision === 'approve'
      ? [...new Set([...voters, breakGlass.by])]
      : voters;
  const each =
    decision === 'approve' &&
    capability?.countsPeople === true &&
    delivery === 'worker';
  return (each ? people : people.slice(-1)).map(voter =>
    stepOf(voter, decision, identityMode),
  );
}

function stepOf(
  voter: string,
  decision: RequestRecord['decision'],
  mode: IdentityMode,
): PlannedStep {
  const code =
    decision === 'reject' ? 'approval.step.rejection' : 'approval.step.voter';
  return {
    key: `voter/${voter}`,
    title: sentence(code, { voter }).text,
    voter,
    identity: { mode },
  };
}
