import { createHash } from 'node:crypto';
import { ViewMeta } from '@fairway/backstage-plugin-multicluster-common';

/**
 * The revision of a view: a hash of everything it shows and of whom it is shown to.
 *
 * @remarks
 * Two times are left out, `observedAt` and `coverage.oldest`: they move with every bookmark, and with them in no answer
 * would ever equal the one before. A hash of the content also changes when a row is gone, which the highest revision of
 * the rows that are left does not tell.
 */
export function revisionOf(
  view: Omit<ViewMeta, 'revision'>,
  scope: string,
): string {
  const { observedAt, coverage, ...rest } = view;
  const { oldest, ...counted } = coverage;
  return createHash('sha256')
    .update(JSON.stringify([scope, counted, rest]))
    .digest('base64url')
    .slice(0, 27);
}
