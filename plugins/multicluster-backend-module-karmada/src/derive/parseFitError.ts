import { SchedulingReason } from '@fairway/backstage-plugin-multicluster-common';

/** {@inheritDoc parseFitError} @internal */
export interface FitError {
  /** Clusters that were looked at. */
  total: number;
  reasons: SchedulingReason[];
}

const kinds: Array<[RegExp, string]> = [
  [/untolerated taint/, 'taint'],
  [/did not have the API resource/, 'api-missing'],
  [/did not match the placement cluster affinity/, 'affinity'],
  [/in the process of eviction/, 'evicting'],
  [/did not have (?:provider|region|zones?) property/, 'spread'],
];

/**
 * Reads `0/3 clusters are available: 2 cluster(s) had untolerated taint {…}, 1 cluster(s) did not …`.
 *
 * @remarks
 * With several affinity groups the scheduler joins one such text per group; the last one tells of the group tried last
 * and is what counts. A text of another shape gives undefined: it is then shown raw.
 *
 * @internal
 */
export function parseFitError(message: string): FitError | undefined {
  const groups = [
    ...message.matchAll(
      /0\/(\d+) clusters are available: (.*?)(?=\.?\s*,?\s*0\/\d+ clusters are available|\.?\]?$)/gs,
    ),
  ];
  const last = groups.at(-1);
  if (!last) {
    return undefined;
  }
  const total = Number(last[1]);
  const reasons = last[2]
    // A reason begins with its count; a comma inside a taint is not followed by one.
    .split(/,\s+(?=\d+ )/)
    .map(part => part.match(/^(\d+)\s+(.+)$/s))
    .filter(match => match !== null)
    .map(([, count, text]) => ({
      count: Number(count),
      kind: kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'other',
      text: text.trim().replace(/\.$/, ''),
    }));
  // Most widespread first; taints, of which each distinct one is listed by itself, are added up.
  return { total, reasons: reasons.sort((a, b) => b.count - a.count) };
}
