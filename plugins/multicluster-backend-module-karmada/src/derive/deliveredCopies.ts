import { DerivedState } from './SummaryInput';

/**
 * How many copies of what was last delivered a member has. Kinds that do not count those of the newest revision, such as
 * ReplicaSets, tell by all their copies; read by `updated` alone they would never be short of any.
 *
 * @internal
 */
export function deliveredCopies({
  item,
  state,
}: DerivedState): number | undefined {
  const { updated, available } = state.replicas;
  // Totals of zero are omitted; a zero among the available ones is only made up where the kind counts.
  return updated ?? item?.r ?? (available === 0 ? 0 : undefined);
}
