import { ReportedRequest } from './ReportedRequest';

/** When a request was decided as far as it brought something, milliseconds since the epoch; infinite: it was not. */
export function decidedAt({
  brought,
  sealedAt,
  closedAt,
}: Pick<ReportedRequest, 'brought' | 'sealedAt' | 'closedAt'>): number {
  return brought?.sealedAt ?? sealedAt ?? closedAt ?? Infinity;
}
