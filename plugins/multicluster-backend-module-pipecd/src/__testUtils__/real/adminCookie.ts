import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import { nowInSeconds } from './nowInSeconds';
import { realPipecd } from './realPipecd';

/** The session of an administrator, as the control plane signs it. */
export async function adminCookie(): Promise<Record<string, string>> {
  const at = nowInSeconds();
  const role = {
    project_id: realPipecd.project,
    project_rbac_roles: ['Admin'],
  };
  const token = await new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('PipeCD')
    .setSubject('conformance')
    .setIssuedAt(at - 60)
    .setNotBefore(at - 60)
    .setExpirationTime(at + 300)
    .sign(readFileSync(realPipecd.signingKeyFile!));
  return { cookie: `token=${token}` };
}
