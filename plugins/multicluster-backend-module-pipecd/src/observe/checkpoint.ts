/** Raised when deployments are projected otherwise, so that what is stored is read again. */
const VERSION = 'r1';

/** The newest change that is stored, in seconds since the epoch; undefined when it was written by other rules. @internal */
export function readCheckpoint(text: string | undefined): number | undefined {
  const [version, seconds] = text?.split(':') ?? [];
  const watermark = Number(seconds);
  return version === VERSION && Number.isSafeInteger(watermark)
    ? watermark
    : undefined;
}

/** {@inheritDoc readCheckpoint} @internal */
export function writeCheckpoint(watermark: number): string {
  return `${VERSION}:${watermark}`;
}
