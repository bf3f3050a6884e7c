import type { Metadata } from '@grpc/grpc-js';
import type { ControlPlane } from '../controlplane/ControlPlane';
import type { Claims } from './Claims';
import { isKnownRole, rolesAllow, type Right } from './roles';
import { RpcError } from './RpcError';
import { session } from './session';

/** Who calls the web service, once they may: `any` asks for a role, whichever. */
export type CallerOf = (metadata: Metadata, right: Right | 'any') => Claims;

/** {@inheritDoc CallerOf} */
export function callerOf(controlPlane: ControlPlane, key: Buffer): CallerOf {
  return (metadata, right) => {
    const claims = session(metadata, key, controlPlane.now());
    const allowed =
      controlPlane.projects.has(claims.projectId) &&
      (right === 'any'
        ? claims.roles.some(isKnownRole)
        : rolesAllow(claims.roles, right));
    if (!allowed) {
      throw new RpcError(7, 'Permission Denied');
    }
    return claims;
  };
}
