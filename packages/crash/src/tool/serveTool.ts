import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Tool } from './Tool';
import { ToolEntry } from './ToolEntry';

/** A tool on loopback. */
export interface ServedTool {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a tool. It takes its time before an approval counts and again before it answers, so that a crash falls on either side
 * of the effect.
 *
 * @param delay - milliseconds, asked for each of the two
 */
export async function serveTool(
  tool: Tool,
  delay: () => number,
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
  delay: () => number,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (req.method === 'GET') {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(tool.runs));
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(chunk);
  }
  const entry = JSON.parse(Buffer.concat(chunks).toString()) as ToolEntry;
  await sleep(delay());
  const outcome = tool.approve(entry);
  await sleep(delay());
  res.writeHead(STATUSES[outcome ?? 'unknown']).end();
}
