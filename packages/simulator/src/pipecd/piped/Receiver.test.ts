import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPipecd } from '../startPipecd';

interface Received {
  headers: IncomingHttpHeaders;
  body: { Type: number; Metadata: { deployment?: Record<string, unknown> } };
}

describe('a receiver of events', () => {
  it('is sent JSON without a Content-Type, with the secret in a header', async () => {
    const received: Received[] = [];
    const server = http.createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) {
        text += chunk;
      }
      received.push({ headers: request.headers, body: JSON.parse(text) });
      response.writeHead(204).end();
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const pipecd = await startPipecd({
      speed: 1000,
      receiver: {
        url: `http://127.0.0.1:${port}/hook`,
        signatureValue: 'not-a-real-secret',
      },
    });
    pipecd.world.addApplication({
      name: 'app',
      piped: 'v0',
      kind: 'TERRAFORM',
      labels: { team: 'shop' },
      spec: { pipeline: [{ name: 'WAIT', duration: 1 }] },
    });
    pipecd.world.push('app', 'Try it');
    while (!received.some(({ body }) => body.Type === 4)) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await pipecd.close();
    server.close();
    for (const { headers } of received) {
      expect(headers['content-type']).toBeUndefined();
      expect(headers['pipecd-signature']).toBe('not-a-real-secret');
    }
    const { id } = pipecd.world.latest('app')!;
    const triggered = received.find(({ body }) => body.Type === 0)!.body;
    expect(triggered.Metadata.deployment).toMatchObject({
      id,
      labels: { team: 'shop' },
    });
    // What is zero or empty is left out.
    expect(triggered.Metadata.deployment).not.toHaveProperty('stages');
    expect(triggered.Metadata.deployment).not.toHaveProperty('status');
    const done = received.find(({ body }) => body.Type === 4)!.body;
    expect(done.Metadata.deployment).toMatchObject({ id, status: 1 });
  });
});
