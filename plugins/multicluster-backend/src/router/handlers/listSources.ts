import { Request, Response } from 'express';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';

/** `GET /v1/sources` */
export function listSources(options: RouterOptions) {
  return async (req: Request, res: Response): Promise<void> => {
    await audited(
      options.auditor,
      { eventId: 'source-fetch', request: req },
      async () => {
        const credentials = await options.httpAuth.credentials(req);
        const list = await options.sources.list({ credentials });
        // Ages move all the time, so there is nothing to compare; what it says is for this caller alone.
        res.setHeader('Cache-Control', 'private, no-cache');
        res.json(list);
      },
    );
  };
}
