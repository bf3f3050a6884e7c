import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { titleOf } from '../PromotionColumn';
import { environmentDrift } from '../rules/environmentDrift';
import { BlockedStep, Evidence } from './BlockedStep';

/** What would be brought is not well where it is: `unhealthy-upstream`. */
export function upstreamEvidence({
  to,
  from,
  brings,
}: BlockedStep): Evidence[] {
  return brings && from?.unhealthy
    ? [
        {
          code: 'unhealthy-upstream',
          sentence: sentence('promotion.blocked.unhealthyUpstream', {
            upstream: from.title,
            environment: titleOf(to),
          }),
        },
      ]
    : [];
}

/** What is there is not what the repository or the template says: `drift`. */
export function driftEvidence({ to }: BlockedStep): Evidence[] {
  const drift = environmentDrift(to);
  return drift ? [{ code: 'drift', sentence: drift }] : [];
}

/** Nothing that the portal knows of could bring it: `no-actuator`. */
export function actuatorEvidence({ brings, next }: BlockedStep): Evidence[] {
  return brings && next.kind === 'no-actuator'
    ? [
        {
          code: 'no-actuator',
          sentence: next.sentence,
          ...(next.url && { url: next.url }),
        },
      ]
    : [];
}
