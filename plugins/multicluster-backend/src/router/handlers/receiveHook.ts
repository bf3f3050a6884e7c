import express, { NextFunction, Request, Response, Router } from 'express';
import { audited } from '../audited';
import { HOOK_PATH } from '../hookPath';
import { RouterOptions } from '../RouterOptions';

/** Bytes of a webhook; nothing but the names of runs is read from it. */
const LIMIT = 256 * 1024;

/**
 * `POST /v1/sources/{id}/hook`: the one route without a token of the portal. The source compares the secret that its tool
 * sends; what else it sends is a hint to look sooner, and is never believed.
 */
export function receiveHook({
  auditor,
  hooks,
}: Pick<RouterOptions, 'auditor' | 'hooks'>): Router {
  const router = Router();
  router.post(
    HOOK_PATH,
    // Not inflated: few bytes can be made to hold very many.
    express.raw({ type: () => true, limit: LIMIT, inflate: false }),
    (req: Request<{ id: string }>, res: Response, next: NextFunction) => {
      const { id: source } = req.params;
      audited(
        auditor,
        { eventId: 'hook-receive', request: req, meta: { source } },
        () =>
          hooks.receive(source, {
            headers: headersOf(req),
            // Without a body nothing was parsed.
            body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
          }),
      ).then(() => res.status(204).end(), next);
    },
  );
  return router;
}

function headersOf(req: Request<object>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(req.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
