import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Claims } from './Claims';

interface Payload {
  iss?: unknown;
  sub?: unknown;
  exp?: unknown;
  iat?: unknown;
  nbf?: unknown;
  role?: { project_id?: string; project_rbac_roles?: string[] };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function sign(text: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** A session of seven days, as the form login makes it. */
export function signToken(claims: Claims, key: Buffer, now: number): string {
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({
    iss: 'PipeCD',
    sub: claims.sub,
    iat: now,
    nbf: now,
    exp: now + 7 * 86_400,
    role: {
      project_id: claims.projectId,
      project_rbac_roles: claims.roles,
    },
  })}`;
  return `${text}.${sign(text, key).toString('base64url')}`;
}

function decode<T>(part: string): T | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as T;
  } catch {
    return undefined;
  }
}

function isInTime({ exp, iat, nbf }: Payload, now: number): boolean {
  return (
    typeof exp === 'number' &&
    exp > now &&
    [iat, nbf].every(at => at === undefined || Number(at) <= now)
  );
}

/** The claims of a token, or undefined when it is not to be believed: HS256 alone, no leeway. */
export function verifyToken(
  token: string,
  key: Buffer,
  now: number,
): Claims | undefined {
  const [header, body, signature, ...more] = token.split('.');
  if (!signature || more.length > 0) {
    return undefined;
  }
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(`${header}.${body}`, key);
  if (
    decode<{ alg?: string }>(header)?.alg !== 'HS256' ||
    given.length !== expected.length ||
    !timingSafeEqual(given, expected)
  ) {
    return undefined;
  }
  const payload = decode<Payload>(body);
  if (!payload || payload.iss !== 'PipeCD' || !isInTime(payload, now)) {
    return undefined;
  }
  return {
    sub: typeof payload.sub === 'string' ? payload.sub : '',
    projectId: payload.role?.project_id ?? '',
    roles: payload.role?.project_rbac_roles ?? [],
  };
}
