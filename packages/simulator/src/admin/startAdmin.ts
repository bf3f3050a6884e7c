import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkFault } from '../faults/checkFault';
import { switchServer, type ServerSwitches } from '../faults/switchServer';
import type { MemberState } from '../member/MemberCluster';
import type { Simulator } from '../startSimulator';
import { storyNames, type StoryName } from '../world/live/runStory';

/** The admin endpoint while it listens. */
export interface Admin {
  url: string;
  close(): Promise<void>;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
  }
  return text ? JSON.parse(text) : {};
}

type Answer = [status: number, body: unknown];

/** What can be done to a member: `state` is ok, hang or refuse; `delayMs` is waited before each of its answers. */
interface ClusterChange {
  state?: MemberState;
  agentRuns?: boolean;
  reachable?: boolean;
  delayMs?: number;
}

/** What can be asked of a running world, by method and path. */
async function answer(
  simulator: Simulator,
  method: string,
  path: string,
  body: unknown,
): Promise<Answer> {
  const [, resource, name] = path.split('/').map(decodeURIComponent);
  const { faults, world } = simulator;
  switch (`${method} ${resource}`) {
    case 'GET ':
    case 'GET stories':
      return [200, { stories: storyNames, faults: faults.list() }];
    case 'POST stories':
      if (!storyNames.includes(name as StoryName)) {
        return [404, { error: `no story ${name}`, stories: storyNames }];
      }
      await simulator.story(name as StoryName);
      return [200, { told: name }];
    case 'POST faults':
      return [201, { id: faults.add(checkFault(body)) }];
    case 'DELETE faults':
      if (name) {
        return faults.remove(name) ? [200, {}] : [404, {}];
      }
      faults.clear();
      return [200, {}];
    case 'POST server': {
      const { aggregatedDown, ...switches } = body as ServerSwitches & {
        aggregatedDown?: boolean;
      };
      switchServer(simulator.server, switches);
      if (aggregatedDown !== undefined) {
        simulator.setAggregatedDown('cluster.karmada.io', aggregatedDown);
      }
      return [200, {}];
    }
    case 'POST clusters': {
      const { delayMs, ...change } = body as ClusterChange;
      world.karmada.setMember(name, change);
      if (delayMs !== undefined) {
        simulator.slowCluster(name, delayMs);
      }
      return [200, {}];
    }
    case 'POST advance':
      world.pass((body as { milliseconds?: number }).milliseconds ?? 0);
      return [200, {}];
    default:
      return [404, { error: `no ${method} ${path}` }];
  }
}

/**
 * Starts the endpoint by which people and browser tests play stories and break things in a running world:
 * `POST /stories/<name>`, `POST /faults` with a Fault as JSON, `DELETE /faults`, `POST /server` with switches of the
 * whole server, `POST /clusters/<name>` with what becomes of a member, `POST /advance`. On loopback alone.
 */
export async function startAdmin(
  simulator: Simulator,
  port: number,
): Promise<Admin> {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    let result: Answer;
    try {
      if (request.headers.origin) {
        throw new Error('pages in a browser may not break the world');
      }
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const body = await readJson(request);
      result = await answer(simulator, request.method ?? '', pathname, body);
    } catch (error) {
      result = [400, { error: error instanceof Error ? error.message : error }];
    }
    response.writeHead(result[0], { 'content-type': 'application/json' });
    response.end(`${JSON.stringify(result[1])}\n`);
  };
  const server = createServer((request, response) => {
    void handle(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
