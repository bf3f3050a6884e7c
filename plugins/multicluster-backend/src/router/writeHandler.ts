import { createHash } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import { Request, Response } from 'express';
import { refuse } from '../approvals/engine/refuse';
import { sortedJson } from '../inventory/runs/sortedJson';
import { WritingTo } from '../service/Acting';
import { audited } from './audited';
import { RouterOptions } from './RouterOptions';

/** What a route that changes something adds to the common handling. */
export interface WriteRoute<P, B, R> {
  eventId: string;
  severity?: 'medium' | 'high';
  meta(params: P, body: B): JsonObject;
  /** True: the request says with `If-Match` what it is about. */
  matches: boolean;
  status?: number;
  write(params: P, body: B, options: WritingTo): Promise<R>;
}

type Options = Pick<RouterOptions, 'auditor' | 'httpAuth'>;

/**
 * A handler that audits, finds out who asks, requires what makes a repetition and a stale page recognisable, and answers with
 * what came of it. A cookie is no credential here: only a bearer token, which no other site can send.
 */
export function writeHandler<R, P = {}, B = undefined>(
  { auditor, httpAuth }: Options,
  route: WriteRoute<P, B, R>,
) {
  return async (
    req: Request<P, any, unknown, {}>,
    res: Response,
  ): Promise<void> => {
    const { params } = req;
    // The validation before has held it to the description.
    const body = req.body as B;
    await audited(
      auditor,
      {
        eventId: route.eventId,
        severityLevel: route.severity ?? 'medium',
        request: req,
        meta: route.meta(params, body),
      },
      async () => {
        const credentials = await httpAuth.credentials(req);
        const key = req.get('Idempotency-Key')?.trim();
        const ifMatch = untagged(req.get('If-Match'));
        if (!key || (route.matches && !ifMatch)) {
          throw refuse('PRECONDITION_REQUIRED');
        }
        const answer = await route.write(params, body, {
          credentials,
          ifMatch: ifMatch ?? '',
          idempotency: { key, fingerprint: fingerprintOf(req) },
        });
        res.setHeader('Cache-Control', 'private, no-store');
        res.status(route.status ?? 200).json(answer);
      },
    );
  };
}

function untagged(header: string | undefined): string | undefined {
  return header?.trim().replace(/^W\//, '').replace(/^"|"$/g, '');
}

/** What was asked for: a repetition of it is the same request, and another one with its key is refused. */
function fingerprintOf({
  method,
  path,
  body,
}: Pick<Request, 'method' | 'path' | 'body'>): string {
  return createHash('sha256')
    .update(sortedJson([method, path, body ?? null]))
    .digest('hex');
}
