import { Request, Response } from 'express';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';

/** `GET /v1/approvals/{id}/diff` */
export function getApprovalDiff(
  options: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'approvalDiff'>,
) {
  return async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const { id } = req.params;
    await audited(
      options.auditor,
      {
        eventId: 'detail-fetch',
        request: req,
        meta: { queryType: 'approval-diff', approval: id },
      },
      async () => {
        // Clusters answer by who asks, so somebody must.
        const credentials = await options.httpAuth.credentials(req, {
          allow: ['user'],
        });
        const diff = await options.approvalDiff.diff(id, { credentials });
        res.setHeader('Cache-Control', 'private, no-store');
        res.json(diff);
      },
    );
  };
}
