import { Request, Response } from 'express';
import { AuditReportRequest } from '../../service/AuditService';
import { audited } from '../audited';
import { readReportCsv } from '../readReportCsv';
import { RouterOptions } from '../RouterOptions';

/** `GET /v1/audit/report`: a page as JSON, or all of it as CSV where that is what is accepted. */
export function getAuditReport(
  options: RouterOptions & Required<Pick<RouterOptions, 'audit'>>,
) {
  return async (
    req: Request<{}, any, unknown, {}>,
    res: Response,
  ): Promise<void> => {
    // The validation before has held it to the description.
    const query = req.query as AuditReportRequest;
    const { environment, from, to } = query;
    await audited(
      options.auditor,
      {
        eventId: 'report-fetch',
        request: req,
        severityLevel: 'medium',
        meta: { ...(environment && { environment }), from, to },
      },
      async () => {
        const credentials = await options.httpAuth.credentials(req);
        const read = (page: AuditReportRequest) =>
          options.audit.report(page, { credentials });
        res.setHeader('Cache-Control', 'private, no-store');
        if (req.accepts(['application/json', 'text/csv']) === 'text/csv') {
          const csv = await readReportCsv({ environment, from, to }, read);
          res.setHeader(
            'Content-Disposition',
            'attachment; filename="changes.csv"',
          );
          res.type('text/csv').send(csv);
          return;
        }
        res.json(await read(query));
      },
    );
  };
}
