import {
  PipecdActAs,
  PipecdActAsPerson,
} from '@fairway/backstage-plugin-multicluster-backend-module-pipecd';
import { SignJWT } from 'jose';

/** The least that may approve, cancel, skip and sync. */
const ROLE = 'Editor';
/** The control plane allows no moment to be in the future, and clocks differ. */
const BACK_SECONDS = 45;
/** One call is made with it. */
const SECONDS = 60;

/**
 * Sessions of one person, one project, one minute and the least role that may act, signed as the control plane signs its own.
 *
 * @internal
 */
export class SignedSessions implements PipecdActAs {
  static create(): SignedSessions {
    return new SignedSessions();
  }

  private constructor() {}

  async sign({ key, project, user, now }: PipecdActAsPerson): Promise<string> {
    const seconds = Math.floor(now / 1000);
    return await new SignJWT({
      role: { project_id: project, project_rbac_roles: [ROLE] },
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer('PipeCD')
      .setSubject(user)
      .setIssuedAt(seconds - BACK_SECONDS)
      .setNotBefore(seconds - BACK_SECONDS)
      .setExpirationTime(seconds + SECONDS)
      .sign(key);
  }
}
