import { Checkpoint } from './Checkpoint';

/** A line of the file of checkpoints, whether or not its signature holds. Undefined: it is none. */
export function parseCheckpoint(line: string): Checkpoint | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isCheckpoint(value) ? value : undefined;
}

function isCheckpoint(value: unknown): value is Checkpoint {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { v, seq, ...texts } = value as Record<string, unknown>;
  return (
    v === 1 &&
    Number.isSafeInteger(seq) &&
    ['hash', 'at', 'key', 'previous', 'signature'].every(
      name => typeof texts[name] === 'string',
    )
  );
}
