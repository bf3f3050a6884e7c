import { FleetFact } from '@fairway/backstage-plugin-multicluster-node';
import { FactType } from '../store/factTable';
import { PreparedFact, prepareFact } from '../store/PreparedFact';
import { StoredFact } from '../store/rows';
import { WritePlan } from '../store/WritePlan';
import { PlanContext, PlanLane } from './PlanContext';

/** A fact that has to be written, and what is stored under its key. */
export interface ChangedFact<T extends FleetFact> extends PreparedFact<T> {
  stored?: StoredFact;
}

/** The facts that are not stored like this already. Those that are count as kept, so that a sweep does not miss them. */
export async function changedFacts<T extends FleetFact>(
  context: PlanContext,
  lane: PlanLane,
  plan: WritePlan,
  facts: T[],
): Promise<ChangedFact<T>[]> {
  const type: FactType = facts[0].type;
  // The last word on a key counts; the same key twice in one statement is an error on PostgreSQL.
  const byKey = new Map(facts.map(fact => [fact.key, fact]));
  const stored = await context.reader.stored(type, [...byKey.keys()]);
  const changed: ChangedFact<T>[] = [];
  for (const fact of byKey.values()) {
    const prepared = prepareFact(fact);
    const row = stored.get(fact.key);
    if (row?.fact_hash === prepared.hash && row.lane_id === lane.id) {
      plan.kept.push(row);
    } else {
      changed.push({ ...prepared, stored: row });
      plan.objects += row?.lane_id === lane.id ? 0 : 1;
    }
  }
  return changed;
}
