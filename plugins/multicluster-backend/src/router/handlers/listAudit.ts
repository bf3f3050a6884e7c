import { Request, Response } from 'express';
import { Paging } from '../../service/FleetService';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';

type Query = Paging & { requestId?: string };

/** `GET /v1/audit` */
export function listAudit(
  options: RouterOptions & Required<Pick<RouterOptions, 'audit'>>,
) {
  return async (
    req: Request<{}, any, unknown, Query>,
    res: Response,
  ): Promise<void> => {
    await audited(
      options.auditor,
      { eventId: 'trail-fetch', request: req, severityLevel: 'medium' },
      async () => {
        const credentials = await options.httpAuth.credentials(req);
        const list = await options.audit.list(req.query, { credentials });
        res.setHeader('Cache-Control', 'private, no-store');
        res.json(list);
      },
    );
  };
}
