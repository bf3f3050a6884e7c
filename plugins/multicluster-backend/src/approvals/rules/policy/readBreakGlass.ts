import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';

const DAY_MS = 24 * 3600_000;

/** `breakGlass` of a policy; absent: nobody decides past its rules. */
export function readBreakGlass(
  policy: Config,
): ApprovalPolicy['breakGlass'] | undefined {
  const config = policy.getOptionalConfig('breakGlass');
  if (!config) {
    return undefined;
  }
  const ticket = config.getOptionalString('ticket');
  if (ticket !== undefined) {
    try {
      RegExp(ticket);
    } catch {
      throw new InputError('breakGlass.ticket is no regular expression');
    }
  }
  return {
    ...(ticket !== undefined && { ticket }),
    reviewWithinMs: config.has('reviewWithin')
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: 'reviewWithin' }),
        )
      : DAY_MS,
  };
}
