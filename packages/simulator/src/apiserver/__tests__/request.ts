import { request as httpsRequest } from 'node:https';
import { OutgoingHttpHeaders } from 'node:http';

export interface TestRequest {
  method?: string;
  token?: string;
  headers?: OutgoingHttpHeaders;
  body?: unknown;
}

export interface TestAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  body: any;
}

/** One plain https request, without any Kubernetes client in between. */
export function request(
  server: { url: string; ca: string },
  path: string,
  asked: TestRequest,
): Promise<TestAnswer> {
  const body =
    asked.body === undefined || typeof asked.body === 'string'
      ? asked.body
      : JSON.stringify(asked.body);
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(
      `${server.url}${path}`,
      {
        ca: server.ca,
        method: asked.method ?? 'GET',
        headers: {
          ...(asked.token && { authorization: `Bearer ${asked.token}` }),
          ...(body !== undefined && {
            'content-type': 'application/json',
            // Node frames the body of a DELETE only when it is told its length.
            'content-length': Buffer.byteLength(body),
          }),
          ...asked.headers,
        },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: parsed(text),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
