import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, Router } from 'express';

/** Two hundred votes with a comment each. */
const BULK = '1mb';
const USUAL = '64kb';

/** Reads bodies as JSON, up to a size. What is wrong with one is told without any of it. */
export function readBody(): Router {
  const refused: ErrorRequestHandler = (error, _req, _res, next) => {
    const tooLarge = error?.type === 'entity.too.large';
    next(
      Object.assign(
        new InputError(
          tooLarge ? 'The body is too large' : 'The body is not readable JSON',
        ),
        tooLarge
          ? { code: 'body-too-large', statusCode: 413 }
          : { code: 'body-invalid' },
      ),
    );
  };
  return (
    Router()
      // Not inflated: few bytes can be made to hold very many.
      .use('/v1/approvals/votes', express.json({ limit: BULK, inflate: false }))
      .use(express.json({ limit: USUAL, inflate: false }))
      .use(refused)
  );
}
