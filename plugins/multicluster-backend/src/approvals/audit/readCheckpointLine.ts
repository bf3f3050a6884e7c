import { Checkpoint } from './Checkpoint';
import { CheckpointKey } from './CheckpointKey';

/** A line of the file of checkpoints, or what is wrong with it. */
export function readCheckpointLine(
  line: string,
  keys: readonly CheckpointKey[],
): Checkpoint | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is no JSON';
  }
  if (!isCheckpoint(value)) {
    return 'is no checkpoint';
  }
  const key = keys.find(({ id }) => id === value.key);
  if (!key) {
    return 'is signed with a key that was not given';
  }
  return key.holds(value) ? value : 'has a signature that does not hold';
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
