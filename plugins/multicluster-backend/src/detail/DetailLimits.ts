import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** How much reading on demand may cost. */
export interface DetailLimits {
  /** Milliseconds each cluster gets. */
  deadlineMs: number;
  /** Reads under way at once, over all callers. */
  maxInFlight: number;
  /** Logs a user may follow at once. */
  logsPerUser: number;
  /** Characters of a log before it ends. */
  logMaxChars: number;
  /** Milliseconds before a followed log ends. */
  logMaxMs: number;
}

/** Reads `multicluster.detail` of the configuration. */
export function readDetailLimits(config: Config): DetailLimits {
  const section = config.getOptionalConfig('multicluster.detail');
  const milliseconds = (key: string, fallback: number) =>
    section?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(section, { key }))
      : fallback;
  return {
    deadlineMs: milliseconds('deadline', 3000),
    maxInFlight: section?.getOptionalNumber('maxInFlight') ?? 32,
    logsPerUser: section?.getOptionalNumber('logsPerUser') ?? 4,
    logMaxChars: section?.getOptionalNumber('logMaxChars') ?? 10_000_000,
    logMaxMs: milliseconds('logMaxDuration', 30 * 60_000),
  };
}
