import { RequestHandler } from 'express';

/** Where the durations of requests go. */
export interface RequestDurations {
  record(
    seconds: number,
    labels: { route: string; method: string; status: number },
  ): void;
}

/** Measures requests by the route they matched; ids in paths would make a series of each. */
export function timed(durations: RequestDurations): RequestHandler {
  return (req, res, next) => {
    const begun = performance.now();
    res.on('finish', () => {
      durations.record((performance.now() - begun) / 1000, {
        route: req.route?.path ?? 'none',
        method: req.method,
        status: res.statusCode,
      });
    });
    next();
  };
}
