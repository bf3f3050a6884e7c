import {
  DeliveryStep,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Decision } from './Decision';

/**
 * Which way a step says that somebody voted: by its own title, which was given to it when it was planned. What the request says may
 * have been decided since by somebody else, at the tool. Undefined: its title says neither.
 *
 * @internal
 */
export function decisionOfStep({
  key,
  title,
}: Pick<DeliveryStep, 'key' | 'title'>): Decision | undefined {
  const voter = key.replace(/^voter\//, '');
  switch (title) {
    case sentence('approval.step.voter', { voter }).text:
      return 'approve';
    case sentence('approval.step.rejection', { voter }).text:
      return 'reject';
    default:
      return undefined;
  }
}
