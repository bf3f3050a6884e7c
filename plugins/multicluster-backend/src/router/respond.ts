import { ViewMeta } from '@fairway/backstage-plugin-multicluster-common';
import { Request, Response } from 'express';
import { ViewBody } from '../service/ViewBody';
import { revisionOf } from '../views/revisionOf';

/**
 * Answers with a view, or with 304 when the caller already has it.
 *
 * @param scope - whom the view is for; two callers never share a revision, so that neither can tell from a 304 what the
 *   other sees
 * @param hint - name of the view on the signal channel
 */
export function respond<T extends ViewMeta>(
  req: Pick<Request, 'headers'>,
  res: Pick<Response, 'setHeader' | 'status'>,
  view: ViewBody<T>,
  options: { scope: string; hint?: string },
): void {
  const revision = revisionOf(view, options.scope);
  res.setHeader('ETag', `"${revision}"`);
  // A shared cache must never hand one caller's view to another; no-cache makes a browser ask each time.
  res.setHeader('Cache-Control', 'private, no-cache');
  if (view.observedAt) {
    // A 304 has no body, and the age of what is shown must move on all the same.
    res.setHeader('X-Multicluster-Observed-At', view.observedAt);
  }
  if (matches(req.headers['if-none-match'], revision)) {
    res.status(304).end();
    return;
  }
  res.status(200).json({
    ...view,
    revision,
    ...(options.hint && { hint: options.hint }),
  });
}

function matches(header: string | undefined, revision: string): boolean {
  return (header ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, '').replace(/^"|"$/g, ''))
    .includes(revision);
}
