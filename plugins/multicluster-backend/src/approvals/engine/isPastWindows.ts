import { RequestRecord } from '../model/RequestRecord';

/**
 * Whether no freeze holds it: what was decided past the rules, and what a person who is on call brings back to what was there, or
 * elsewhere because a cluster was lost. Another number of copies, and what the portal releases by itself, waits for its window like
 * anything else.
 */
export function isPastWindows({
  breakGlass,
  detail,
}: Pick<RequestRecord, 'breakGlass' | 'detail'>): boolean {
  return (
    breakGlass !== undefined ||
    (detail.exemptBy !== undefined &&
      (detail.exemption === 'return' || detail.exemption === 'failover'))
  );
}
