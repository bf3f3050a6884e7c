import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** `multicluster.approvals.lanes`. */
export interface LaneSettings {
  /** Milliseconds that people have to release approved content that moves, before the portal does. */
  moveAfterMs: number;
}

const MOVE_AFTER_MS = 45_000;
/** Longer than that nobody would call it looked after; whoever wants no move by itself says `exempt: { failover: false }`. */
const LONGEST_MS = 24 * 3600_000;

/** @throws InputError for what is no duration between none and a day */
export function readLaneSettings(config: Config | undefined): LaneSettings {
  if (!config?.has('moveAfter')) {
    return { moveAfterMs: MOVE_AFTER_MS };
  }
  const moveAfterMs = durationToMilliseconds(
    readDurationFromConfig(config, { key: 'moveAfter' }),
  );
  if (!(moveAfterMs >= 0 && moveAfterMs <= LONGEST_MS)) {
    throw new InputError(
      'multicluster.approvals.lanes.moveAfter must be between no time and a day',
    );
  }
  return { moveAfterMs };
}
