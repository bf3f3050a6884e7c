import { Request, Response } from 'express';
import { DetailItems } from '../../service/DetailService';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';

/** `GET /v1/workloads/{id}/{pods,events,rendered}` */
export function readDetail(
  kind: keyof DetailItems,
  options: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'detail'>,
) {
  return async (
    req: Request<{ id: string }, any, unknown, { clusters?: string[] }>,
    res: Response,
  ): Promise<void> => {
    const { id: workloadId } = req.params;
    const { clusters } = req.query;
    await audited(
      options.auditor,
      {
        eventId: 'detail-fetch',
        request: req,
        meta: { queryType: kind, workload: workloadId },
      },
      async () => {
        // The far end answers by who asks, so somebody must.
        const credentials = await options.httpAuth.credentials(req, {
          allow: ['user'],
        });
        const read = await options.detail.read(
          kind,
          { workloadId, clusters },
          { credentials },
        );
        res.setHeader('Cache-Control', 'private, no-store');
        res.json({ clusters: read });
      },
    );
  };
}
