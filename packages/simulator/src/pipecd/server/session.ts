import type { Metadata } from '@grpc/grpc-js';
import type { Claims } from './Claims';
import { Crash } from './Crash';
import { verifyToken } from './jsonWebToken';
import { RpcError } from './RpcError';

/** Who calls the web service: the token in the FIRST cookie value. A part without `=` ends a real process, even an empty one. */
export function session(metadata: Metadata, key: Buffer, now: number): Claims {
  const [first] = metadata.get('cookie');
  if (first === undefined) {
    throw new RpcError(16, 'Unauthenticated');
  }
  const cookies = new Map(
    String(first)
      .split(';')
      .map(part => {
        const at = part.indexOf('=');
        if (at < 0) {
          throw new Crash('a cookie without =');
        }
        return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
      }),
  );
  const claims = verifyToken(cookies.get('token') ?? '', key, now);
  if (!claims) {
    throw new RpcError(16, 'Unauthenticated');
  }
  return claims;
}
