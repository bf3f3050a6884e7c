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

/** How an environment looks: as it fares, or as last known. @internal */
export function environmentLook(
  environment: Pick<PromotionEnvironment, 'coverage' | 'health'>,
): StateLook {
  return isEnvironmentLost(environment)
    ? { shape: 'stale', tone: 'stale' }
    : LOOKS[environment.health] ?? LOOKS.unknown;
}
