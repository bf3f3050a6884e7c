import { SummaryInput } from './SummaryInput';

/**
 * Whether the template wants no copies, and nobody else does either. A divided workload is then on no cluster at all, and
 * the scheduler says that it succeeded; a duplicated one keeps its clusters, with nothing on them.
 *
 * @internal
 */
export function isScaledToZero(input: SummaryInput): boolean {
  const { native, counted, wanted, targets } = input;
  return (
    counted &&
    wanted === 0 &&
    native.sched === true &&
    // Where members decide on their copies themselves, a zero in the template says nothing.
    targets.every(({ state }) => !state.replicas.desired)
  );
}
