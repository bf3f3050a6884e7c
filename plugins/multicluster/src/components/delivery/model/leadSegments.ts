import { LeadTime } from '@fairway/backstage-plugin-multicluster-common';

/** Where a part of the time of a change went. @internal */
export type LeadPart = 'build' | 'queue' | 'humanWait' | 'deploy' | 'rest';

/** A part of the bar. @internal */
export interface LeadSegment {
  part: LeadPart;
  /** Milliseconds. */
  ms: number;
  /** Of the whole, from 0 to 1. */
  share: number;
}

/**
 * The parts of a lead time, in the order in which they happen. What the parts do not explain of the whole is a part of its own,
 * never spread over the others.
 *
 * @internal
 */
export function leadSegments(lead: LeadTime): LeadSegment[] {
  const known: Array<[LeadPart, number | undefined]> = [
    ['build', lead.buildMs],
    ['queue', lead.queueMs],
    ['humanWait', lead.humanWaitMs],
    ['deploy', lead.deployMs],
  ];
  const sum = known.reduce((total, [, ms]) => total + (ms ?? 0), 0);
  const total = Math.max(lead.totalMs ?? 0, sum);
  return [...known, ['rest', total - sum] as [LeadPart, number]].flatMap(
    ([part, ms]) =>
      ms !== undefined && ms > 0 ? [{ part, ms, share: ms / total }] : [],
  );
}
