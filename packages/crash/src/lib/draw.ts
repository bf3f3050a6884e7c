import { createHash } from 'node:crypto';

const RANGE = 0x1_0000_0000;

/**
 * A whole number from `low` up to and including `high`: the same again for the same seed, crash and question, whatever was drawn
 * before. So a campaign can be taken up at any crash.
 */
export function draw(
  seed: number,
  crash: number,
  question: string,
  low: number,
  high: number,
): number {
  const digest = createHash('sha256')
    .update(`${seed}/${crash}/${question}`)
    .digest();
  return low + Math.floor((digest.readUInt32BE() / RANGE) * (high - low + 1));
}
