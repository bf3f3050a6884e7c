import { LoggerService } from '@backstage/backend-plugin-api';
import express, { NextFunction, Request, Response, Router } from 'express';
import { shortReason } from '../../approvals/delivery/shortReason';
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
  logger,
  pullGates,
}: {
  logger: Pick<LoggerService, 'warn'>;
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
      const { authorization = '' } = req.headers;
      const secret = /^Bearer (\S+)$/i.exec(authorization)?.[1];
      pullGates
        .answer({
          secret,
          body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
        })
        .then(
          // Byte by byte the same wherever it runs: scripts look for `"decision":"approved"` with what a shell has.
          answer =>
            res
              .set('Cache-Control', 'no-store')
              .type('json')
              .send(JSON.stringify(answer)),
          error => {
            const told = toAnswer(error);
            // What is kept from the script is in no trail either: without this nobody finds out why its stage waits.
            if (told !== error) {
              const reason = String(error).replaceAll(secret ?? '\0', '…');
              logger.warn(`A stage got no answer: ${shortReason(reason)}`);
            }
            next(told);
          },
        );
    },
  );
  return router;
}
