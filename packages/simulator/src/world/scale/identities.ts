/** When everything in the scale world was made. */
export const CREATED = '2026-01-01T00:00:00Z';

const prefixes = { template: '1', binding: '2', policy: '3' } as const;

/** A uuid that is the same in every world. */
export function permanentId(kind: keyof typeof prefixes, n: number): string {
  return `${prefixes[kind].repeat(8)}-0000-4000-8000-${String(n).padStart(
    12,
    '0',
  )}`;
}

/** uid of the nth template. */
export function templateUid(n: number): string {
  return permanentId('template', n);
}
