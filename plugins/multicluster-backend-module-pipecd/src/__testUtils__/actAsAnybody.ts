import { SignJWT } from 'jose';
import { PipecdActAs } from '../PipecdActAs';

/** Makes sessions in the name of people as the package for that does, for tests of what is done with them. */
export const actAsAnybody: PipecdActAs = {
  async sign({ key, project, user, now }) {
    const seconds = Math.floor(now / 1000);
    return await new SignJWT({
      role: { project_id: project, project_rbac_roles: ['Editor'] },
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer('PipeCD')
      .setSubject(user)
      .setIssuedAt(seconds - 45)
      .setNotBefore(seconds - 45)
      .setExpirationTime(seconds + 60)
      .sign(key);
  },
};
