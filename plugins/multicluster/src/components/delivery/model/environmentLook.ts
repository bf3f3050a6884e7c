import { PromotionEnvironment } from '@fairway/backstage-plugin-multicluster-common';
import { StateLook } from '@fairway/backstage-plugin-multicluster-react';

const LOOKS: Record<PromotionEnvironment['health'], StateLook> = {
  healthy: { shape: 'ok', tone: 'ok' },
  progressing: { shape: 'run', tone: 'run' },
  unhealthy: { shape: 'bad', tone: 'bad' },
  unknown: { shape: 'unknown', tone: 'stale' },
  absent: { shape: 'zero', tone: 'stale' },
};

/** Whether no cluster of an environment confirms now what is shown of it. @internal */
export function isEnvironmentLost(
  environment: Pick<PromotionEnvironment, 'coverage'>,
): boolean {
  const { seen, stale } = environment.coverage;
  return stale > 0 && stale >= seen;
}

/**
 * Whether the tool of the run that is on its way to an environment cannot be read: what the run waits for may be over. A gate
 * that can still be decided was read just now, whatever else of its tool cannot be.
 *
 * @internal
 */
export function isRunLost({
  run,
  gate,
  coverage,
}: Pick<PromotionEnvironment, 'coverage' | 'gate' | 'run'>): boolean {
  return (
    run !== undefined &&
    !gate?.actionable &&
    coverage.problems.some(({ source }) => source === run.source)
  );
}

/** How an environment looks: as it fares, or as last known. @internal */
export function environmentLook(
  environment: Pick<PromotionEnvironment, 'coverage' | 'health'>,
): StateLook {
  return isEnvironmentLost(environment)
    ? { shape: 'stale', tone: 'stale' }
    : LOOKS[environment.health] ?? LOOKS.unknown;
}
