import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Tool, ToolDecision } from './Tool';

/** A tool on loopback. */
export interface ServedTool {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a tool. It takes its time before a decision counts and again before it answers, so that a crash falls on either side
 * of the effect; and sometimes so long that whoever sent it is dead and alive again before it counts.
 *
 * @param delay - milliseconds, asked for each of the two
 */
export async function serveTool(
  tool: Tool,
  delay: (when: 'before' | 'after') => number,
): Promise<ServedTool> {
  const server = createServer((req, res) => {
    answer(tool, delay, req, res).catch(error => {
      res.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const STATUSES = { counted: 200, late: 409, unknown: 404 };

async function answer(
  tool: Tool,
  delay: (when: 'before' | 'after') => number,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (req.method === 'GET') {
    const key = req.url?.slice(1);
    const run = key ? [tool.run(key)].filter(found => found) : tool.runs;
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(run));
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(chunk);
  }
  const sent = JSON.parse(Buffer.concat(chunks).toString()) as ToolDecision;
  await sleep(delay('before'));
  const outcome = tool.decide(sent);
  await sleep(delay('after'));
  res.writeHead(STATUSES[outcome ?? 'unknown']).end();
}
