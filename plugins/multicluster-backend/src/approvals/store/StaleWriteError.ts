import { CustomErrorBase } from '@backstage/errors';

/** Somebody else changed the request since it was read; nothing was written, and it has to be read again. */
export class StaleWriteError extends CustomErrorBase {
  name = 'StaleWriteError' as const;

  constructor() {
    super('The request was changed meanwhile');
  }
}
