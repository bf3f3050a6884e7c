import { RequestHandler } from 'express';

/** Where the durations of requests go. */
export interface RequestDurations {
  record(
    seconds: number,
    labels: { route: string; method: string; status: number },
  ): void;
}

/** Last as long as somebody wants to read: among the others they would say nothing and hide them. */
const FOLLOWED = ['/v1/workloads/:id/logs', '/v1/runs/:id/stages/:stageId/log'];

/** What proxies call a request whose caller went away before it was answered. */
const GONE = 499;

/**
 * Measures requests by the route they matched; ids in paths would make a series of each. Those that no route answered, such
 * as what the description of the API refuses, count as `none`.
 */
export function timed(durations: RequestDurations): RequestHandler {
  return (req, res, next) => {
    const begun = performance.now();
    // Not `finish`: it does not come when the caller has gone.
    res.on('close', () => {
      const route = req.route?.path ?? 'none';
      if (!FOLLOWED.includes(route)) {
        durations.record((performance.now() - begun) / 1000, {
          route,
          method: req.method,
          status: res.writableFinished ? res.statusCode : GONE,
        });
      }
    });
    next();
  };
}
