import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';
import { WebSettings } from '../config/readProject';

/**
 * As whom gates can be decided, best first: as the person with a signing key, as the one account with a static login, and in
 * PipeCD itself always.
 *
 * @internal
 */
export function deciding(
  mode: WebSettings['mode'] | undefined,
): IdentityMode[] {
  switch (mode) {
    case 'signing-key':
      return ['impersonated', 'deep-link'];
    case 'static':
      return ['service', 'deep-link'];
    default:
      return ['deep-link'];
  }
}
