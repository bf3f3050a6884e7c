import {
  DerivedRun,
  gatesOf,
} from '@fairway/backstage-plugin-multicluster-node';
import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { JourneyState } from './JourneyState';

/** What a reader sees of a run, without what stays the same from one moment to the next. */
export function readerStates(derived: DerivedRun[]): JourneyState[] {
  const states = derived.map(run => ({
    run: withDetail(run),
    stages: run.stages.map(withDetail).join(' '),
    gates: gatesOf(run)
      .map(({ state }) => state)
      .join(' '),
    votes: gatesOf(run).map(votesOf).join('; '),
  }));
  return states.filter(
    (state, index) =>
      index === 0 ||
      JSON.stringify(state) !== JSON.stringify(states[index - 1]),
  );
}

function withDetail({ status, detail }: { status: string; detail?: string }) {
  return detail ? `${status}:${detail}` : status;
}

function votesOf({ quorum, decisions }: Gate): string {
  const names = decisions
    .filter(({ verdict }) => verdict === 'approved')
    .map(({ actor }) => actor.nativeId)
    .join(', ');
  const count = quorum.n
    ? `${quorum.received} of ${quorum.n}`
    : String(quorum.received);
  return names ? `${count} ${names}` : count;
}
