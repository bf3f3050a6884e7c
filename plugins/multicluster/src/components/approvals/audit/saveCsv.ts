import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';

/** Reads the report as CSV with the reader's own right, and has the browser save it. @internal */
export async function saveCsv(options: {
  discovery: DiscoveryApi;
  fetch: FetchApi['fetch'];
  request: { environment?: string; from: string; to: string };
}): Promise<void> {
  const { discovery, fetch, request } = options;
  const { environment, from, to } = request;
  const query = new URLSearchParams({
    from,
    to,
    format: 'csv',
    ...(environment && { environment }),
  });
  const base = await discovery.getBaseUrl('multicluster');
  const answer = await fetch(`${base}/v1/audit/report?${query}`);
  if (!answer.ok) {
    throw new Error(`The report could not be read: ${answer.status}`);
  }
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `changes-${from.slice(0, 10)}-${to.slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
