import { Request, Response } from 'express';
import { StageLogQuery } from '@fairway/backstage-plugin-multicluster-common';
import { viewerKey } from '../../util/viewerKey';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';
import { writeFrames } from '../writeFrames';

type Path = { id: string; stageId: string };
type Query = Omit<StageLogQuery, 'runId' | 'stageId'>;

/** `GET /v1/runs/{id}/stages/{stageId}/log` */
export function readStageLog(
  options: Pick<
    RouterOptions,
    'auditor' | 'httpAuth' | 'runs' | 'logSeats' | 'shutdown'
  >,
) {
  return async (
    req: Request<Path, any, unknown, Query>,
    res: Response,
  ): Promise<void> => {
    const { id: runId, stageId } = req.params;
    const query: StageLogQuery = { ...req.query, runId, stageId };
    await audited(
      options.auditor,
      {
        eventId: 'log-fetch',
        // What people and programs wrote, as the log of a container is.
        severityLevel: 'medium',
        request: req,
        meta: { run: runId, stage: stageId },
      },
      async () => {
        const credentials = await options.httpAuth.credentials(req, {
          allow: ['user'],
        });
        const free = options.logSeats.take(viewerKey(credentials));
        const gone = new AbortController();
        res.on('close', () => gone.abort());
        try {
          const frames = await options.runs.log(query, {
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
