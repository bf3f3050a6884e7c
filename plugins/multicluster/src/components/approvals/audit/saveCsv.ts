import { ApprovalsApi } from '@fairway/backstage-plugin-multicluster-common';

/** Reads the report as CSV with the reader's own right, and has the browser save it. @internal */
export async function saveCsv(options: {
  approvals: Pick<ApprovalsApi, 'downloadAuditReport'>;
  request: { environment?: string; from: string; to: string };
}): Promise<void> {
  const { approvals, request } = options;
  const text = await approvals.downloadAuditReport(request);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `changes-${request.from.slice(0, 10)}-${request.to.slice(
    0,
    10,
  )}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
