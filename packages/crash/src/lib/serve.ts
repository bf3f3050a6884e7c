import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** Something of this process that the portal reaches over HTTP. */
export interface Served {
  url: string;
  close(): Promise<void>;
}

/** Serves on loopback. What throws is answered with 500. */
export async function serve(
  answer: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
): Promise<Served> {
  const server = createServer((req, res) => {
    answer(req, res).catch(error => {
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
