import { once } from 'node:events';
import { Request, Response } from 'express';
import { LogFrame } from '@fairway/backstage-plugin-multicluster-common';
import { viewerKey } from '../../util/viewerKey';
import { LogQuery } from '../../service/DetailService';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';

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

async function writeFrames(
  res: Response,
  frames: AsyncIterable<LogFrame>,
  gone: AbortSignal,
): Promise<void> {
  res.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
  // A proxy that compresses gathers lines until it has enough of them, and the reader sees nothing meanwhile.
  res.setHeader('Cache-Control', 'private, no-store, no-transform');
  res.setHeader('X-Accel-Buffering', 'no');
  res.flushHeaders();
  for await (const frame of frames) {
    // A reader that is slower than the log must slow the log down, or it piles up in memory here.
    if (!res.write(`${JSON.stringify(frame)}\n`) && !gone.aborted) {
      await once(res, 'drain', { signal: gone }).catch(() => undefined);
    }
  }
  res.end();
}
