import { request as httpsRequest } from 'node:https';
import { ADMIN, TestServer } from './testServer';

/** A watch as it arrives: its lines, and how it ended. */
export interface OpenWatch {
  lines: any[];
  status: number;
  /** Resolves once so many lines have come. */
  until(count: number): Promise<any[]>;
  /** Resolves with how the stream ended: `end`, or an error's code. */
  ended: Promise<string>;
  close(): void;
}

export function openWatch(
  server: Pick<TestServer, 'url' | 'ca'>,
  path: string,
  headers: Record<string, string> = {},
): Promise<OpenWatch> {
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(`${server.url}${path}`, {
      ca: server.ca,
      headers: { authorization: `Bearer ${ADMIN}`, ...headers },
    });
    outgoing.on('error', reject);
    outgoing.on('response', response => {
      const lines: any[] = [];
      const waiting: Array<() => void> = [];
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', chunk => {
        const parts = (rest + chunk).split('\n');
        rest = parts.pop() ?? '';
        lines.push(...parts.map(parsed));
        waiting.forEach(check => check());
      });
      const ended = new Promise<string>(done => {
        response.on('end', () => done('end'));
        response.on('error', error =>
          done((error as NodeJS.ErrnoException).code ?? 'error'),
        );
      });
      resolve({
        lines,
        status: response.statusCode ?? 0,
        until: count =>
          new Promise(done => {
            const check = () => lines.length >= count && done(lines);
            waiting.push(check);
            check();
          }),
        ended,
        close: () => outgoing.destroy(),
      });
    });
    outgoing.end();
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
