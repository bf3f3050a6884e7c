import type { Condition } from './Condition';

/** Puts a condition in its place; the time of the transition moves with the status alone. */
export function setCondition(
  conditions: Condition[] | undefined,
  next: Omit<Condition, 'lastTransitionTime'>,
  at: string,
): Condition[] {
  const known = conditions ?? [];
  const index = known.findIndex(({ type }) => type === next.type);
  if (index < 0) {
    return [...known, { ...next, lastTransitionTime: at }];
  }
  const previous = known[index];
  const lastTransitionTime =
    previous.status === next.status ? previous.lastTransitionTime : at;
  return known.with(index, { ...next, lastTransitionTime });
}
