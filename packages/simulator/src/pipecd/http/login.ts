import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PipecdWorld } from '../PipecdWorld';
import { signToken } from '../server/jsonWebToken';

const MINUTES_10 = 600;
const DAYS_7 = 604_800;

function refused(response: ServerResponse, text: string): void {
  response.writeHead(303, {
    location: '/',
    'set-cookie': `error="${text}"; Path=/; Max-Age=${MINUTES_10}; SameSite=Strict`,
  });
  response.end();
}

/** The form login of the static admin: success is told by the cookie `token`, not by the status. */
export function login(
  { controlPlane, signingKey }: PipecdWorld,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): void {
  const type = request.headers['content-type'] ?? '';
  const form = new URLSearchParams(
    type.startsWith('application/x-www-form-urlencoded') ? body : '',
  );
  const projectId = form.get('project') ?? '';
  if (!projectId) {
    refused(response, 'Missing project id');
    return;
  }
  const admin = controlPlane.projects.get(projectId)?.staticAdmin;
  if (
    !admin ||
    admin.username !== form.get('username') ||
    admin.password !== form.get('password')
  ) {
    refused(response, 'Unable to login');
    return;
  }
  const claims = { sub: admin.username, roles: ['Admin'], projectId };
  const token = signToken(claims, signingKey, controlPlane.now());
  response.writeHead(302, {
    location: '/',
    'set-cookie': `token=${token}; Path=/; Max-Age=${DAYS_7}; HttpOnly; SameSite=Strict`,
  });
  response.end();
}
