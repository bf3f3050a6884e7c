import { ANNOTATION_KUBERNETES_ID } from '@fairway/backstage-plugin-multicluster-common';
import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { isDeepStrictEqual } from 'node:util';
import { WorkloadRow } from '../store/rows';
import { Write, WritePlan } from '../store/WritePlan';
import { workloadHash } from '../workloadHash';
import { ChangedFact, changedFacts } from './changedFacts';
import { PlanContext, PlanLane } from './PlanContext';
import { planRederive } from './planRederive';

/** Plans what facts about templates write, and what their placements come to with them. */
export async function planWorkloads(
  context: PlanContext,
  lane: PlanLane,
  plan: WritePlan,
  facts: WorkloadFact[],
): Promise<void> {
  const changed = await changedFacts(context, lane, plan, facts);
  const rows = await context.reader.workloads(
    changed.flatMap(({ stored }) => (stored ? [stored.id] : [])),
  );
  const writes = changed.map(one => toWrite(context.source, lane, one));
  for (const [at, write] of writes.entries()) {
    plan.workloads.push(write);
    plan.kept.push(write);
    const row = write.id ? rows.get(write.id) : undefined;
    const before: WorkloadFact | undefined = row?.fact && JSON.parse(row.fact);
    if (before) {
      keepImages(plan, write, before, changed[at].fact);
    }
    keepMarks(plan, write, before, changed[at].fact);
  }
  // Only a workload that was stored before can have placements: one that a placement names is stored with it.
  const placed = await context.reader.placementsOf(
    writes.flatMap(({ id }) => (id ? [id] : [])),
  );
  await planRederive(context, plan, [...placed.values()].flat(), {
    quiet: lane.initial,
    workloads: new Map(
      writes.map((write, at) => [
        write.id ?? 0,
        { ref: write, fact: changed[at].fact },
      ]),
    ),
  });
}

// What ran before still runs where a cluster is generations behind. The images of the current generation are in the fact.
function keepImages(
  plan: WritePlan,
  workload: Write<WorkloadRow>,
  before: WorkloadFact,
  now: WorkloadFact,
): void {
  if (before.uid !== now.uid) {
    plan.forgetImages.push(workload);
  } else if (
    before.imagesKnown &&
    before.generation !== undefined &&
    before.generation !== now.generation
  ) {
    plan.images.push({
      workload,
      uid: before.uid,
      generation: before.generation,
      images: JSON.stringify(before.images),
      settings: before.settings,
    });
  }
}

function keepMarks(
  plan: WritePlan,
  workload: Write<WorkloadRow>,
  before: WorkloadFact | undefined,
  now: WorkloadFact,
): void {
  const marks = now.marks ?? {};
  if (!isDeepStrictEqual(marks, before?.marks ?? {})) {
    plan.marks.push({ workload, marks });
  }
}

function toWrite(
  source: string,
  lane: PlanLane,
  { fact, json, hash, stored }: ChangedFact<WorkloadFact>,
): Write<WorkloadRow> {
  return {
    id: stored?.id,
    hash: workloadHash({ controlPlane: source, ...fact }),
    key: fact.key,
    api_group: fact.group,
    api_version: fact.version,
    kind: fact.kind,
    namespace: fact.namespace,
    name: fact.name,
    present: true,
    uid: fact.uid,
    generation: fact.generation ?? null,
    kubernetes_id: fact.labels[ANNOTATION_KUBERNETES_ID] ?? null,
    policy_id: fact.policyId ?? null,
    fact: json,
    fact_hash: hash,
    lane_id: lane.id,
  };
}
