import { AuditReport } from '@fairway/backstage-plugin-multicluster-common';
import { toCsv } from '../approvals/audit/report/toCsv';
import { AuditReportRequest } from '../service/AuditService';

/** Changes of one file; whoever has more asks for a shorter period. */
const MOST = 50_000;
const PAGE = 500;
/** Pages of one file: one in which an environment has no change is as long to read as any. */
const PAGES = 200;

/** A whole report as CSV, read page by page. What it cannot know, and that it was cut, stands in its last lines. */
export async function readReportCsv(
  request: Pick<AuditReportRequest, 'environment' | 'from' | 'to'>,
  read: (request: AuditReportRequest) => Promise<AuditReport>,
): Promise<string> {
  let csv = '';
  let count = 0;
  let cursor: string | undefined;
  let pages = 0;
  const limits = new Set<string>();
  do {
    const page = await read({
      ...request,
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    csv += toCsv(page.changes, { header: count === 0 && csv === '' });
    count += page.changes.length;
    pages += 1;
    page.limits.forEach(({ text }) => limits.add(text));
    cursor = page.nextCursor;
  } while (cursor !== undefined && count < MOST && pages < PAGES);
  if (cursor !== undefined) {
    limits.add(`Only the newest ${count} changes are listed`);
  }
  return (
    csv +
    [...limits].map(text => `"# ${text.replaceAll('"', '""')}"\r\n`).join('')
  );
}
