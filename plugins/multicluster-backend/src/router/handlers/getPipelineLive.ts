import { Request, Response } from 'express';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';

/** `GET /v1/pipelines/{id}/live` */
export function getPipelineLive(
  options: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'runs'>,
) {
  return async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const { id } = req.params;
    await audited(
      options.auditor,
      {
        eventId: 'detail-fetch',
        request: req,
        meta: { queryType: 'live', pipeline: id },
      },
      async () => {
        // Some tools answer by who asks, so somebody must.
        const credentials = await options.httpAuth.credentials(req, {
          allow: ['user'],
        });
        const live = await options.runs.live(id, { credentials });
        res.setHeader('Cache-Control', 'private, no-store');
        res.json(live);
      },
    );
  };
}
