import {
  AgentFact,
  DerivedRun,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { deriveRun } from '../derive/deriveRun';
import { GateLog } from '../native/GateLog';
import { PipecdRun } from '../native/PipecdRun';
import { mergeGateLog } from '../project/mergeGateLog';
import { parseGateLog } from '../project/parseGateLog';
import { projectDeployment } from '../project/projectDeployment';
import { projectPiped } from '../project/projectPiped';
import { RawDeployment } from '../wire/messages';
import { RecordedCall, recording } from './recording';

/** One run of a replayed journey. */
export interface ReplayedRun {
  id: string;
  /** Every derivation, in order. */
  derived: DerivedRun[];
}

/** What was known of a run while the journey is read. */
interface Known extends ReplayedRun {
  /** As it was first seen: what it was until it is read. */
  first: RawDeployment;
  raw?: RawDeployment;
  learnt: Record<string, GateLog>;
}

/**
 * Takes a recorded journey through project and derive, as a poller would: a run is derived when it, a log of one of its gates,
 * its piped or a run before it was read.
 */
export function replay(name: string): ReplayedRun[] {
  const calls = recording(name);
  const runs = new Map<string, Known>();
  for (const { response } of calls) {
    const raw = response?.deployment;
    if (raw?.id && !runs.has(raw.id)) {
      runs.set(raw.id, { id: raw.id, first: raw, learnt: {}, derived: [] });
    }
  }
  const agents = new Map<string, AgentFact & { since: number }>();
  for (const call of calls) {
    const now = Date.parse(call.at);
    readAgents(call, agents, now);
    readLogs(call, runs);
    const raw = call.response?.deployment;
    const read = raw?.id ? runs.get(raw.id) : undefined;
    if (read) {
      read.raw = raw;
    }
    runs.forEach(run => derive(run, [...runs.values()], agents, now));
  }
  return [...runs.values()];
}

function readAgents(
  { response }: RecordedCall,
  agents: Map<string, AgentFact & { since: number }>,
  now: number,
) {
  for (const raw of response?.pipeds ?? []) {
    const fact = projectPiped(raw);
    const before = fact && agents.get(fact.key);
    if (fact) {
      const since = before?.state === fact.state ? before.since : now;
      agents.set(fact.key, { ...fact, since });
    }
  }
}

function readLogs({ request, response }: RecordedCall, runs: Map<string, Known>) {
  const run = runs.get(request?.deployment_id ?? '');
  const one = request?.stage_id
    ? { [request.stage_id]: { blocks: response?.blocks } }
    : {};
  const logs = { ...response?.stage_logs, ...one };
  for (const [stageId, { blocks = [] }] of Object.entries(logs)) {
    if (run && blocks.length > 0) {
      run.learnt[stageId] = mergeGateLog(
        run.learnt[stageId],
        parseGateLog(blocks),
      );
    }
  }
}

function derive(
  run: Known,
  all: Known[],
  agents: Map<string, AgentFact & { since: number }>,
  now: number,
) {
  const fact = run.raw && projectDeployment(run.raw, run.learnt);
  if (!fact) {
    return;
  }
  const previous = run.derived.at(-1);
  run.derived.push(
    deriveRun({
      run: fact,
      agent: agents.get(fact.agentKey ?? ''),
      gates: [],
      ahead: ahead(fact, all),
      now,
      ...(previous && { previous }),
    }),
  );
}

function ahead(fact: RunFact<PipecdRun>, all: Known[]) {
  return all.flatMap(other => {
    const before = projectDeployment(other.raw ?? other.first);
    return before?.active &&
      before.pipelineKey === fact.pipelineKey &&
      before.createdAt < fact.createdAt
      ? [
          {
            key: before.key,
            status: other.derived.at(-1)?.status ?? ('running' as const),
          },
        ]
      : [];
  });
}
