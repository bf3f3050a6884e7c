import { setTimeout as sleep } from 'node:timers/promises';
import { Delay } from '../lib/Delay';
import { readJson } from '../lib/readJson';
import { serve, Served } from '../lib/serve';
import { Tool, ToolDecision } from './Tool';

const STATUSES = { counted: 200, late: 409, unknown: 404 };

/**
 * Serves a tool. It takes its time before a decision counts and again before it answers, so that a crash falls on either side
 * of the effect; and sometimes so long that whoever sent it is dead and alive again before it counts.
 */
export async function serveTool(tool: Tool, delay: Delay): Promise<Served> {
  return serve(async (req, res) => {
    if (req.method === 'GET') {
      const key = req.url?.slice(1);
      const run = key ? [tool.run(key)].filter(found => found) : tool.runs;
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(JSON.stringify(run));
      return;
    }
    const sent = await readJson<ToolDecision>(req);
    tool.came(sent.run);
    await sleep(delay('before'));
    const outcome = tool.decide(sent);
    await sleep(delay('after'));
    res.writeHead(STATUSES[outcome ?? 'unknown']).end();
  });
}
