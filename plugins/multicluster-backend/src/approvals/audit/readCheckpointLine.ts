import { Checkpoint } from './Checkpoint';
import { CheckpointKey } from './CheckpointKey';
import { parseCheckpoint } from './parseCheckpoint';

/** A line of the file of checkpoints, or what is wrong with it. */
export function readCheckpointLine(
  line: string,
  keys: readonly CheckpointKey[],
): Checkpoint | string {
  const value = parseCheckpoint(line);
  if (!value) {
    return 'is no checkpoint';
  }
  const key = keys.find(({ id }) => id === value.key);
  if (!key) {
    return 'is signed with a key that was not given';
  }
  return key.holds(value) ? value : 'has a signature that does not hold';
}
