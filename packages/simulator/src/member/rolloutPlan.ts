/** What a Deployment's rolling update is decided by; counts of pods. */
export interface RolloutInput {
  wanted: number;
  maxSurge: number;
  maxUnavailable: number;
  /** The set of the current template: how many it is told to run, and how many of them serve. */
  current: { size: number; available: number };
  /** Sets of older templates, oldest first. */
  old: Array<{ size: number; available: number }>;
}

/** How large each set is to be now. */
export interface RolloutPlan {
  current: number;
  old: number[];
}

/** Percent or number of pods; surge is rounded up, unavailability down. */
export function poolSize(
  value: number | string | undefined,
  wanted: number,
  round: 'up' | 'down',
): number {
  const text = String(value ?? '25%');
  if (!text.endsWith('%')) {
    return Number(text);
  }
  const share = (Number(text.slice(0, -1)) * wanted) / 100;
  return round === 'up' ? Math.ceil(share) : Math.floor(share);
}

function growCurrent({ wanted, maxSurge, current, old }: RolloutInput): number {
  const total = old.reduce((sum, { size }) => sum + size, current.size);
  if (current.size >= wanted) {
    return wanted;
  }
  const room = wanted + maxSurge - total;
  return current.size + Math.max(0, Math.min(room, wanted - current.size));
}

/** One step of a rolling update, as the Deployment controller of Kubernetes takes it (rolling.go). */
export function rolloutPlan(input: RolloutInput): RolloutPlan {
  const { wanted, maxUnavailable, old } = input;
  const current = growCurrent(input);
  const minAvailable = wanted - maxUnavailable;
  const total = old.reduce((sum, { size }) => sum + size, current);
  const newUnavailable = current - input.current.available;
  const sizes = old.map(({ size }) => size);
  // First those that do not serve anyway: they cost nothing.
  let removable = total - minAvailable - newUnavailable;
  old.forEach(({ size, available }, index) => {
    const removed = Math.max(0, Math.min(removable, size - available));
    sizes[index] -= removed;
    removable -= removed;
  });
  const available = old.reduce(
    (sum, set) => sum + set.available,
    input.current.available,
  );
  let spare = Math.min(Math.max(0, removable), available - minAvailable);
  sizes.forEach((size, index) => {
    const removed = Math.max(0, Math.min(spare, size));
    sizes[index] -= removed;
    spare -= removed;
  });
  return { current, old: sizes };
}
