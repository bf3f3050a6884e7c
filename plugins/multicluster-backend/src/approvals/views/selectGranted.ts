import { Knex } from 'knex';
import { Viewer } from '../../service/ApprovalService';
import { ApprovalCondition } from './ApprovalCondition';
import { selectHolding } from './selectHolding';

/** Requests on which each of some permissions is wanted to be known. */
type Wanted<R extends keyof Viewer['may']> = Record<R, readonly string[]>;

/**
 * Which permissions a viewer has on each of some requests. What holds for all or none is not asked of the database, nor what holds
 * for whatever the viewer may read, and one condition is asked once.
 *
 * @param only - of what may be read; the requests were found by it. Absent: they were not
 */
export async function selectGranted<R extends keyof Viewer['may']>(
  knex: Knex,
  wanted: Wanted<R>,
  { may }: Viewer,
  only?: ApprovalCondition,
): Promise<(id: string) => Record<R, boolean>> {
  const rights = Object.keys(wanted) as R[];
  const asked = new Map<string, Set<string>>();
  for (const right of rights.filter(name => !isKnown(may[name], only))) {
    const key = JSON.stringify(may[right]);
    asked.set(key, new Set([...(asked.get(key) ?? []), ...wanted[right]]));
  }
  const found = new Map(
    await Promise.all(
      [...asked]
        .filter(([, ids]) => ids.size > 0)
        .map(
          async ([key, ids]) =>
            [
              key,
              await selectHolding(knex, [...ids], JSON.parse(key)),
            ] as const,
        ),
    ),
  );
  const holds = (right: R, id: string) =>
    isKnown(may[right], only)
      ? may[right] !== 'none'
      : found.get(JSON.stringify(may[right]))?.has(id) ?? false;
  return id =>
    Object.fromEntries(
      rights.map(right => [right, holds(right, id)]),
    ) as Record<R, boolean>;
}

function isKnown(
  condition: ApprovalCondition,
  only: ApprovalCondition | undefined,
): boolean {
  return (
    condition === 'all' ||
    condition === 'none' ||
    (only !== undefined && JSON.stringify(condition) === JSON.stringify(only))
  );
}
