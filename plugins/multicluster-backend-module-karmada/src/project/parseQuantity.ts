const factors: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * A Kubernetes quantity in base units, for example `4Gi` in bytes or `100m` as 0.1.
 *
 * @returns undefined for anything that is not a quantity
 * @internal
 */
export function parseQuantity(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  const match =
    typeof value === 'string' &&
    value.match(
      /^([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/,
    );
  if (!match) {
    return undefined;
  }
  const [, digits, exponent, suffix = ''] = match;
  return Number(digits) * (exponent ? 10 ** Number(exponent) : factors[suffix]);
}
