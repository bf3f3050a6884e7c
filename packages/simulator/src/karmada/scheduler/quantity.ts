const FACTORS: Record<string, number> = {
  m: 1,
  '': 1000,
  k: 1e6,
  M: 1e9,
  G: 1e12,
  T: 1e15,
  Ki: 1000 * 1024,
  Mi: 1000 * 1024 ** 2,
  Gi: 1000 * 1024 ** 3,
  Ti: 1000 * 1024 ** 4,
};

/** A Kubernetes quantity in thousandths: `500m` is 500, `2` is 2000, `1Ki` is 1024000. */
export function parseQuantity(text: string | undefined): number {
  const match = /^([0-9.]+)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(text ?? '0');
  return match ? Math.round(Number(match[1]) * FACTORS[match[2] ?? '']) : 0;
}

/** Thousandths as Kubernetes writes a decimal quantity. */
export function formatQuantity(thousandths: number): string {
  return thousandths % 1000 === 0
    ? String(thousandths / 1000)
    : `${thousandths}m`;
}

/** Thousandths of bytes as whole Mi. */
export function formatMebibytes(thousandths: number): string {
  return `${Math.round(thousandths / FACTORS.Mi)}Mi`;
}
