import { isRunOver } from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  gatesOf,
} from '@fairway/backstage-plugin-multicluster-node';
import { stateSince } from '../derive/stateSince';
import { StoredSince } from '../derive/StoredSince';
import { identityHash } from './identityHash';
import { RunItem } from './RunItem';
import { RunsPlan, RunWrite } from './RunsPlan';
import { runTransitions } from './runTransitions';
import { sortedJson } from './sortedJson';

// A derivation that asks to be repeated at once would be repeated for ever.
const SHORTEST_RECHECK_MS = 500;

/** What a run is compared with, and how. */
export interface DiffRunOptions {
  /** Configured name of the source. */
  source: string;
  previous?: DerivedRun & StoredSince;
  now: number;
  /** Nobody has looked before: what differs is no change. */
  quiet: boolean;
}

/** Adds to the plan what differs between what is stored of a run and what it was derived to now. Gives back how it is. */
export function diffRun(
  plan: RunsPlan,
  item: RunItem,
  derived: DerivedRun,
  options: DiffRunOptions,
): RunWrite {
  const { row } = item;
  const { previous, now, quiet } = options;
  const write = toWrite(item, derived, options);
  diffGates(plan, write, derived, item, previous);
  if (!quiet) {
    for (const change of runTransitions(derived, previous, now)) {
      plan.transitions.push({ subjectType: 'run', owner: write, ...change });
    }
  }
  if (!row || write.factChanged || write.derived !== row.derived) {
    plan.runs.push(write);
  } else if (row.recheck_at !== write.recheck_at) {
    plan.rechecks.push({ id: row.id, recheck_at: write.recheck_at });
  }
  return write;
}

function toWrite(
  item: RunItem,
  derived: DerivedRun,
  { source, previous, now, quiet }: DiffRunOptions,
): RunWrite {
  const { row, fact } = item;
  const { recheckAt, ...kept } = derived;
  const over = isRunOver(derived.status);
  const finishedAt = derived.finishedAt ? Date.parse(derived.finishedAt) : NaN;
  const known = over && !Number.isNaN(finishedAt) ? finishedAt : undefined;
  const { at, ...sureness } = stateSince(
    derived.status,
    row && {
      state: row.status,
      state_since: row.status_since,
      firstSeen: previous?.firstSeen,
    },
    known,
    { now, quiet },
  );
  return {
    id: row?.id,
    hash: row?.hash ?? identityHash(source, 'run', fact.key),
    key: fact.key,
    pipeline: item.pipeline.ref,
    agent_key: fact.agentKey ?? null,
    status: derived.status,
    status_since: at,
    active: fact.active,
    created_at: item.order.createdAt,
    finished_at: over || !fact.active ? at : null,
    chain_id: fact.chain?.id ?? null,
    fact: item.json,
    fact_hash: item.hash,
    derived: sortedJson({ ...kept, ...sureness }),
    recheck_at:
      recheckAt === undefined || !fact.active
        ? null
        : Math.max(Math.ceil(recheckAt), now + SHORTEST_RECHECK_MS),
    lane_id: item.laneId,
    factChanged:
      row?.fact_hash !== item.hash || row.pipeline_id !== item.pipeline.ref.id,
  };
}

/** Gates are kept beside their run for as long as it is not over. */
function diffGates(
  plan: RunsPlan,
  write: RunWrite,
  derived: DerivedRun,
  { row }: RunItem,
  previous: DerivedRun | undefined,
): void {
  const wasOpen = row?.active && !isRunOver(previous?.status ?? 'unknown');
  const before = gateTexts(wasOpen ? previous : undefined);
  const isOpen = write.active && !isRunOver(derived.status);
  for (const [id, gate] of gateTexts(isOpen ? derived : undefined)) {
    if (before.get(id)?.text !== gate.text) {
      const openedAt = Date.parse(gate.openedAt ?? '');
      plan.gates.push({
        run: write,
        gate_id: id,
        state: gate.state,
        actionable: gate.actionable,
        opened_at: Number.isNaN(openedAt) ? null : openedAt,
        gate: gate.text,
      });
    }
    before.delete(id);
  }
  for (const gateId of before.keys()) {
    plan.gateDeletes.push({ run_id: row?.id ?? 0, gate_id: gateId });
  }
}

// A gate that is named twice is kept once: the last one counts.
function gateTexts(derived: DerivedRun | undefined) {
  const gates = derived ? gatesOf(derived) : [];
  return new Map(
    gates.map(gate => [gate.id, { ...gate, text: sortedJson(gate) }]),
  );
}
