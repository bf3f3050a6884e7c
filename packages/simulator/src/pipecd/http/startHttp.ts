import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { approve } from '../controlplane/approve';
import type { PipecdWorld } from '../PipecdWorld';
import { RpcError } from '../server/RpcError';
import { compareCommits } from './compareCommits';
import { deploymentPage } from './deploymentPage';
import { login } from './login';
import { overviewPage } from './overviewPage';

/** Where the host of the repository tells what came between two commits: GitHub, as far as it is asked. */
const COMPARE = '/scm/repos/acme/apps/compare/';

/** The pages while they listen. */
export interface RunningHttp {
  url: string;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
  }
  return text;
}

function page(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  });
  response.end(html);
}

/** Approves as whoever the form names: the sign-in that a real page would ask for is left out of this one. */
function approveByForm(
  world: PipecdWorld,
  id: string,
  form: URLSearchParams,
): string {
  const deployment = world.controlPlane.deployments.get(id);
  const sub = form.get('as')?.trim() ?? '';
  const claims = {
    sub,
    roles: ['Editor'],
    projectId: deployment?.project_id ?? '',
  };
  try {
    approve(world.controlPlane, claims, id, form.get('stage') ?? '');
    return `Approved as ${sub}: a piped reads it within some seconds.`;
  } catch (error) {
    if (error instanceof RpcError) {
      return error.message;
    }
    throw error;
  }
}

async function handle(
  world: PipecdWorld,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(
    request.url ?? '/',
    'http://localhost',
  );
  if (pathname.startsWith(COMPARE)) {
    const basehead = pathname.slice(COMPARE.length);
    const found = compareCommits(world.commits, basehead, searchParams);
    response.writeHead(found ? 200 : 404, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(found ?? { message: 'Not Found' }));
    return;
  }
  const [, what, id, action] = pathname.split('/');
  const post = request.method === 'POST';
  if (post && pathname === '/auth/login/static') {
    login(world, request, await bodyOf(request), response);
    return;
  }
  const deployment =
    what === 'deployments' && world.controlPlane.deployments.get(id);
  if (deployment && post && action === 'approve') {
    const form = new URLSearchParams(await bodyOf(request));
    const said = approveByForm(world, id, form);
    page(response, 200, deploymentPage(world.controlPlane, deployment, said));
  } else if (deployment) {
    page(response, 200, deploymentPage(world.controlPlane, deployment));
  } else if (what === 'deployments' && id) {
    page(
      response,
      404,
      '<!doctype html><title>PipeCD</title><p>No such deployment.',
    );
  } else {
    page(
      response,
      200,
      overviewPage(
        world.controlPlane,
        what === 'applications' ? id : undefined,
      ),
    );
  }
}

/**
 * Serves what a browser sees of a PipeCD: the form login, and for each deployment a plain page with its gate; and below `/scm`
 * what the host of its repository tells of commits.
 */
export async function startHttp(
  world: PipecdWorld,
  port: number,
): Promise<RunningHttp> {
  const server = createServer((request, response) => {
    handle(world, request, response).catch(error => {
      process.emitWarning(error as Error);
      response.writeHead(500).end();
    });
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
