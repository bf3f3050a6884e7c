import express, { NextFunction, Request, Response, Router } from 'express';
import { PullGateService } from '../../service/PullGateService';
import { GATE_ANSWER_PATH } from '../hookPath';
import { toAnswer } from '../toAnswer';

/** Bytes of a question: two names. */
const LIMIT = 4 * 1024;

/**
 * `POST /v1/gates/answer`: asked by stages of pipelines, which have no token of the portal but the secret of their agent. It is
 * asked every few seconds for hours, so that only what changes something is audited, with the request it belongs to.
 */
export function answerGate({
  pullGates,
}: {
  /** Absent: there are no approvals, and the path is nobody's. */
  pullGates?: PullGateService;
}): Router {
  const router = Router();
  if (!pullGates) {
    return router;
  }
  router.post(
    GATE_ANSWER_PATH,
    // Not inflated: few bytes can be made to hold very many.
    express.raw({ type: () => true, limit: LIMIT, inflate: false }),
    (req: Request, res: Response, next: NextFunction) => {
      pullGates
        .answer({
          secret: /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1],
          body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
        })
        .then(
          // Byte by byte the same wherever it runs: scripts look for `"decision":"approved"` with what a shell has.
          answer =>
            res
              .set('Cache-Control', 'no-store')
              .type('json')
              .send(JSON.stringify(answer)),
          error => next(toAnswer(error)),
        );
    },
  );
  return router;
}
