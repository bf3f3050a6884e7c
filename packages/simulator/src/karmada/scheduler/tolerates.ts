import type { Taint, Toleration } from '../model/Cluster';

/** Whether one of the tolerations bears a taint. */
export function tolerates(
  tolerations: Toleration[] | undefined,
  taint: Taint,
): boolean {
  return (tolerations ?? []).some(({ key, operator, value, effect }) => {
    if (effect && effect !== taint.effect) {
      return false;
    }
    if (key && key !== taint.key) {
      return false;
    }
    return operator === 'Exists' || (value ?? '') === (taint.value ?? '');
  });
}

/** A taint as the scheduler's messages write it. */
export function taintText({ key, value, effect }: Taint): string {
  return value ? `${key}=${value}:${effect}` : `${key}:${effect}`;
}
