import { placementState } from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedPlacement,
  DerivedTarget,
} from '@fairway/backstage-plugin-multicluster-node';
import { toJson } from '../sql/toJson';
import { TargetRow } from '../store/rows';
import { PlacementWrite, WritePlan } from '../store/WritePlan';
import { ContentChange, contentChange } from './contentChange';
import { Contents } from './contentsOf';
import { DeriveItem } from './DeriveItem';
import { stateSince } from './stateSince';
import { StoredContent } from './StoredContent';
import { StoredSince } from './StoredSince';
import { versionLabel } from './versionLabel';

// A derivation that asks to be repeated at once would be repeated for ever.
const SHORTEST_RECHECK_MS = 500;

/** What is known of a placement beside what it was derived to now. */
interface Stored {
  targets: TargetRow[];
  previous?: DerivedPlacement;
  contents: Contents;
}

type StoredTarget = DerivedTarget & StoredSince & StoredContent;

/** Adds to the plan what differs between what is stored of a placement and what it was derived to now. */
export function diffPlacement(
  plan: WritePlan,
  item: DeriveItem,
  derived: DerivedPlacement,
  stored: Stored,
  options: { now: number; quiet: boolean },
): void {
  const { now, quiet } = options;
  const { row } = item;
  const write = toWrite(item, derived, stored.previous, options);
  const before = {
    placements: plan.targets.length + plan.targetDeletes.length,
  };
  diffTargets(plan, write, derived.targets, stored, options);
  const targetsDiffer =
    plan.targets.length + plan.targetDeletes.length !== before.placements;

  if (row && row.state !== write.state && !quiet) {
    plan.transitions.push({
      subjectType: 'placement',
      owner: write,
      subject: 'summary',
      field: 'state',
      from: row.state,
      to: write.state,
      at: now,
      cause: derived.summary.reason,
    });
  } else if (!row && !quiet) {
    plan.transitions.push({
      subjectType: 'placement',
      owner: write,
      subject: 'summary',
      field: 'state',
      to: write.state,
      at: now,
      cause: derived.summary.reason,
    });
  }

  if (
    !row ||
    write.factChanged ||
    targetsDiffer ||
    write.derived !== row.derived
  ) {
    plan.placements.push(write);
  } else if (row.recheck_at !== write.recheck_at) {
    plan.rechecks.push({ id: row.id, recheck_at: write.recheck_at });
  }
}

function toWrite(
  item: DeriveItem,
  derived: DerivedPlacement,
  previous: (DerivedPlacement & StoredSince) | undefined,
  options: { now: number; quiet: boolean },
): PlacementWrite {
  const { row, fact } = item;
  const { summary, division, replicas, recheckAt } = derived;
  const { at, ...sureness } = stateSince(
    summary.state,
    row && { ...row, firstSeen: previous?.firstSeen },
    derived.since,
    options,
  );
  return {
    id: row?.id,
    key: fact.key,
    workload: item.workload,
    dependency: fact.dependency,
    policy_id: fact.policyId ?? null,
    fact: item.json,
    fact_hash: item.hash,
    state: summary.state,
    state_since: at,
    derived: toJson({ summary, division, replicas, ...sureness }),
    recheck_at:
      recheckAt === undefined
        ? null
        : Math.max(Math.ceil(recheckAt), options.now + SHORTEST_RECHECK_MS),
    lane_id: item.laneId,
    factChanged:
      row?.fact_hash !== item.hash ||
      row.lane_id !== item.laneId ||
      row.workload_id !== item.workload.id,
  };
}

function diffTargets(
  plan: WritePlan,
  write: PlacementWrite,
  targets: DerivedTarget[],
  stored: Stored,
  options: { now: number; quiet: boolean },
): void {
  const rows = new Map(stored.targets.map(row => [row.cluster, row]));
  const previous = new Map<string, StoredTarget>(
    stored.previous?.targets.map(target => [target.cluster, target]),
  );
  // A cluster that is named twice is kept once: the last one counts.
  const wanted = new Map(targets.map(target => [target.cluster, target]));

  for (const target of wanted.values()) {
    const row = rows.get(target.cluster);
    rows.delete(target.cluster);
    diffTarget(plan, write, target, {
      row,
      before: previous.get(target.cluster),
      content: stored.contents(target.runs),
      ...options,
    });
  }
  for (const row of rows.values()) {
    plan.targetDeletes.push({
      placement_id: row.placement_id,
      cluster_id: row.cluster_id,
    });
    if (!options.quiet) {
      plan.transitions.push({
        subjectType: 'placement',
        owner: write,
        subject: row.cluster,
        field: 'state',
        from: row.state,
        to: 'removed',
        at: options.now,
      });
    }
  }
}

function diffTarget(
  plan: WritePlan,
  write: PlacementWrite,
  { runs: _, ...target }: DerivedTarget,
  known: {
    row?: TargetRow;
    before?: StoredTarget;
    content: StoredContent['ran'];
    now: number;
    quiet: boolean;
  },
): void {
  const { row, before } = known;
  const state = placementState(target.axes);
  const { at, ...sureness } = stateSince(
    state,
    row && { ...row, firstSeen: before?.firstSeen },
    target.since,
    known,
  );
  const { stored, change } = contentChange(before, target, known.content);
  const derived = toJson({ ...target, ...sureness, ...stored });
  if (row?.derived === derived && row.state === state) {
    return;
  }
  plan.targets.push({
    placement: write,
    cluster: target.cluster,
    state,
    state_since: at,
    derived,
  });
  if (!known.quiet) {
    addTransitions(plan, write, target, before, known.now);
    addContentChange(plan, write, target, change, known.now);
  }
}

function addTransitions(
  plan: WritePlan,
  write: PlacementWrite,
  target: DerivedTarget,
  previous: DerivedTarget | undefined,
  at: number,
): void {
  const fields = [
    ['state', (one: DerivedTarget) => placementState(one.axes)],
    ['version', versionLabel],
  ] as const;
  for (const [field, valueOf] of fields) {
    const from = previous && valueOf(previous);
    const to = valueOf(target);
    if (from !== to) {
      plan.transitions.push({
        subjectType: 'placement',
        owner: write,
        subject: target.cluster,
        field,
        from,
        to,
        at,
        cause: target.reason,
      });
    }
  }
}

function addContentChange(
  plan: WritePlan,
  write: PlacementWrite,
  { cluster }: DerivedTarget,
  change: ContentChange | undefined,
  at: number,
): void {
  if (change) {
    plan.transitions.push({
      subjectType: 'placement',
      owner: write,
      subject: cluster,
      field: 'content',
      ...change,
      at,
    });
  }
}
