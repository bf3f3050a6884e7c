import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';
import { WebSessions } from '../session/WebSessions';

/**
 * As whom gates can be decided, best first: as the person where something is installed that makes sessions in their name, and in
 * PipeCD itself always. The account that everybody shares reads and never approves: it would be counted as one person, and nobody
 * could tell whose decision it was.
 *
 * @internal
 */
export function deciding(sessions: WebSessions | undefined): IdentityMode[] {
  return sessions?.actsAsPerson ? ['impersonated', 'deep-link'] : ['deep-link'];
}
