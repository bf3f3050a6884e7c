import { ServerResponse } from 'node:http';

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** Answers with a Status, as API servers do when they refuse. */
export function sendStatus(
  response: ServerResponse,
  code: number,
  fields: { reason?: string; message?: string; details?: object } = {},
  headers: Record<string, string> = {},
): void {
  sendJson(
    response,
    {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      ...fields,
      code,
    },
    code,
    headers,
  );
}
