import { Request, Response } from 'express';
import { viewerKey } from '../../util/viewerKey';
import { LogQuery } from '../../service/DetailService';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';
import { writeFrames } from '../writeFrames';

type Query = Omit<LogQuery, 'workloadId'>;

/** `GET /v1/workloads/{id}/logs` */
export function readLog(
  options: Pick<
    RouterOptions,
    'auditor' | 'httpAuth' | 'detail' | 'logSeats' | 'shutdown'
  >,
) {
  return async (
    req: Request<{ id: string }, any, unknown, Query>,
    res: Response,
  ): Promise<void> => {
    const query: LogQuery = { ...req.query, workloadId: req.params.id };
    await audited(
      options.auditor,
      {
        eventId: 'log-fetch',
        // The one event of reading what people wrote.
        severityLevel: 'medium',
        request: req,
        meta: {
          workload: query.workloadId,
          cluster: query.cluster,
          pod: query.pod,
        },
      },
      async () => {
        const credentials = await options.httpAuth.credentials(req, {
          allow: ['user'],
        });
        const free = options.logSeats.take(viewerKey(credentials));
        const gone = new AbortController();
        res.on('close', () => gone.abort());
        try {
          const frames = await options.detail.log(query, {
            credentials,
            signal: AbortSignal.any([gone.signal, options.shutdown]),
          });
          await writeFrames(res, frames, gone.signal);
        } finally {
          free();
        }
      },
    );
  };
}
