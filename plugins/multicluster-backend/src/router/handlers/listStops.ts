import { Request, Response } from 'express';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';

/** `GET /v1/stops` */
export function listStops(options: RouterOptions) {
  return async (req: Request, res: Response): Promise<void> => {
    await audited(
      options.auditor,
      { eventId: 'stop-fetch', request: req },
      async () => {
        const credentials = await options.httpAuth.credentials(req);
        res.setHeader('Cache-Control', 'private, no-cache');
        res.json(await options.stops.list({ credentials }));
      },
    );
  };
}
