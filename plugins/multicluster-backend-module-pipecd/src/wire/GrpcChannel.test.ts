import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerCredentials } from '@grpc/grpc-js';
import { generate } from 'selfsigned';
import { FakeControlPlane } from '../__testUtils__/FakeControlPlane';
import { Session } from '../session/Session';
import { ControlPlane } from './ControlPlane';

const SESSION = Session.of('aaaa.bbbb.cccc')!;
const signal = new AbortController().signal;

function certificate() {
  return generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
    days: 1,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
}

describe('GrpcChannel', () => {
  const directory = mkdtempSync(join(tmpdir(), 'fairway-'));
  const caFile = join(directory, 'ca.crt');
  const right = certificate();
  const wrong = certificate();
  let fake: FakeControlPlane;

  beforeAll(async () => {
    fake = await FakeControlPlane.start(
      ServerCredentials.createSsl(null, [
        {
          private_key: Buffer.from(right.private),
          cert_chain: Buffer.from(right.cert),
        },
      ]),
    );
    fake.on('web', 'GetMe', { response: { subject: 'alice' } });
  });

  afterAll(() => {
    fake.close();
    rmSync(directory, { recursive: true });
  });

  const asked = async (
    tls: Parameters<typeof ControlPlane.create>[0]['tls'],
  ) => {
    const controlPlane = ControlPlane.create({ address: fake.address, tls });
    const ask = () => controlPlane.web('GetMe', {}, SESSION, { signal });
    return { ask, close: () => controlPlane.close() };
  };

  it('trusts an authority of its own, and follows its file', async () => {
    writeFileSync(caFile, wrong.cert);
    const { ask, close } = await asked({ mode: 'ca', caFile });
    await expect(ask()).rejects.toMatchObject({ problem: 'tls', sent: false });
    writeFileSync(caFile, `${right.cert}\n`);
    await new Promise(resolve => setTimeout(resolve, 1_100));

    await expect(ask()).resolves.toEqual({ subject: 'alice' });
    close();
  });

  it('does not trust by the roots of the machine whom nobody vouches for', async () => {
    const { ask, close } = await asked({ mode: 'system' });

    await expect(ask()).rejects.toMatchObject({ problem: 'tls', sent: false });
    close();
  });

  it('has no call answered in the clear by a server that speaks TLS', async () => {
    const before = fake.calls.length;
    const { ask, close } = await asked({ mode: 'plain' });

    await expect(ask()).rejects.toMatchObject({ grpc: 14 });
    expect(fake.calls).toHaveLength(before);
    close();
  });
});
