import type { ReadCheckpoints } from './verifyAudit';

/** What a look at the trail cannot prove, however much it finds in order. */
export function verdictLimits(seen: {
  lastSeq: number;
  erased: number;
  signed: ReadCheckpoints | undefined;
}): string[] {
  const { lastSeq, erased, signed } = seen;
  const last = signed?.checkpoints.at(-1);
  return [
    ...(last
      ? []
      : [
          'Nothing signed outside of the database was compared: a trail that was cut off at its end, or written anew as a whole, looks like this one.',
        ]),
    ...(last && last.seq < lastSeq
      ? [
          `Entries after ${last.seq} (signed at ${last.at}) are not covered by a checkpoint yet: one that was taken away from the end of them, or all of them written anew, cannot be found.`,
        ]
      : []),
    ...(last
      ? [
          'Whoever holds the signing key and may write to the database and to the file of checkpoints can write all three anew. Keep a copy of the file where they cannot reach it.',
        ]
      : []),
    ...(erased > 0
      ? [
          `${erased} payloads were erased: that they were there is proven, what they said and who did it is not.`,
        ]
      : []),
    'The trail proves that what it says was written in this order; not that everything that happened was written.',
  ];
}
