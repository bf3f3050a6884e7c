import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Record<string, string | undefined> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A folder behind HTTP. */
export interface ServedPage {
  url: string;
  stop(): Promise<void>;
}

/** Serves a folder on a free port of this machine; what is not a file of it is its index, as for any app of one page. */
export async function servePage(dir: string): Promise<ServedPage> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/api/')) {
      response.writeHead(404).end();
      return;
    }
    const file = path.join(dir, path.basename(pathname));
    const type = types[path.extname(pathname)];
    const found = type !== undefined && existsSync(file);
    response.writeHead(200, { 'content-type': found ? type : 'text/html' });
    response.end(readFileSync(found ? file : path.join(dir, 'index.html')));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close(error => (error ? reject(error) : resolve()));
      }),
  };
}
