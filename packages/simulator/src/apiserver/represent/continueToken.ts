import { failures } from '../failures';

/** Where a list goes on: the state it shows (-1: the newest) and the first key not yet sent. */
export interface ContinueToken {
  resourceVersion: number;
  start: string;
}

function encode(token: ContinueToken): string {
  return Buffer.from(
    JSON.stringify({
      v: 'meta.k8s.io/v1',
      rv: token.resourceVersion,
      start: `/${token.start}`,
    }),
  ).toString('base64url');
}

/** The message a Go server gives when the decoded bytes are not JSON names their first byte. */
function decode(text: string): ContinueToken {
  const bytes = Buffer.from(text, 'base64url').toString('latin1');
  let token: { v?: string; rv?: number; start?: string };
  try {
    token = JSON.parse(Buffer.from(bytes, 'latin1').toString());
  } catch {
    throw invalid(
      bytes
        ? `invalid character '${bytes[0]}' looking for beginning of value`
        : 'unexpected end of JSON input',
    );
  }
  if (token.v !== 'meta.k8s.io/v1' || !token.start?.startsWith('/')) {
    throw invalid('server does not recognize this encoded version');
  }
  return { resourceVersion: token.rv ?? 0, start: token.start.slice(1) };
}

function invalid(why: string) {
  return failures.badRequest(
    `invalid continue token: continue key is not valid: ${why}`,
  );
}

/** The `continue` of a list, as a real server writes it; clients must treat it as opaque. */
export const continueToken = { encode, decode } as const;
