import type { TargetCluster } from '../model/Binding';

/** Something that takes part in a division. */
export interface Weighted {
  name: string;
  weight: number;
}

/**
 * Shares replicas out by Webster's method, as Karmada does since 1.16. Real ties are broken by a hash of the binding's
 * uid; here by name, which no reader may rely on either.
 */
export function divideByWeight(
  replicas: number,
  weights: Weighted[],
): TargetCluster[] {
  const seats = weights
    .filter(({ weight }) => weight > 0)
    .map(entry => ({ ...entry, replicas: 0 }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const priority = (seat: (typeof seats)[number]) =>
    seat.weight / (2 * seat.replicas + 1);
  for (let given = 0; given < replicas && seats.length > 0; given += 1) {
    const next = seats.reduce((best, seat) =>
      priority(seat) > priority(best) ? seat : best,
    );
    next.replicas += 1;
  }
  return seats.map(({ name, replicas: count }) => ({ name, replicas: count }));
}
