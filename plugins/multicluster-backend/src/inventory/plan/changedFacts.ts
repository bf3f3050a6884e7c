import { PreparedFact, prepareFact } from '../store/PreparedFact';
import { StoredFact } from '../store/rows';
import { PlanLane } from './PlanContext';

/** A fact that has to be written, and what is stored under its key. */
export interface ChangedFact<T extends object> extends PreparedFact<T> {
  stored?: StoredFact;
}

interface Context<T extends { type: string; key: string }> {
  reader: {
    stored(type: T['type'], keys: string[]): Promise<Map<string, StoredFact>>;
  };
  /** How facts become text, where keys may come in any order. */
  toText?: (fact: T) => string;
}

/**
 * The facts that are not stored like this already. Those that are count as kept, so that a sweep does not miss them.
 *
 * @param options - `anyLane`: a fact that came by another lane before is no other for that
 */
export async function changedFacts<T extends { type: string; key: string }>(
  context: Context<T>,
  lane: PlanLane,
  plan: { objects: number; kept: Array<{ id?: number }> },
  facts: T[],
  options?: { anyLane: boolean },
): Promise<ChangedFact<T>[]> {
  const type: T['type'] = facts[0].type;
  // The last word on a key counts; the same key twice in one statement is an error on PostgreSQL.
  const byKey = new Map(facts.map(fact => [fact.key, fact]));
  const stored = await context.reader.stored(type, [...byKey.keys()]);
  const changed: ChangedFact<T>[] = [];
  for (const fact of byKey.values()) {
    const prepared = prepareFact(fact, context.toText);
    const row = stored.get(fact.key);
    const ours = row && (options?.anyLane || row.lane_id === lane.id);
    if (row?.fact_hash === prepared.hash && ours) {
      plan.kept.push(row);
    } else {
      changed.push({ ...prepared, stored: row });
      plan.objects += ours ? 0 : 1;
    }
  }
  return changed;
}
