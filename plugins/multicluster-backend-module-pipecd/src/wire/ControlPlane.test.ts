import { FakeControlPlane } from '../__testUtils__/FakeControlPlane';
import { recorded } from '../__testUtils__/recorded';
import { ApiKey } from '../session/ApiKey';
import { Session } from '../session/Session';
import { ControlPlane } from './ControlPlane';

const KEY = ApiKey.of('id-1.secret-of-the-key')!;
const SESSION = Session.of('aaaa.bbbb.cccc')!;
const signal = new AbortController().signal;

describe('ControlPlane', () => {
  let fake: FakeControlPlane;
  let controlPlane: ControlPlane;

  beforeEach(async () => {
    fake = await FakeControlPlane.start();
    controlPlane = ControlPlane.create({
      address: fake.address,
      tls: { mode: 'plain' },
    });
  });

  afterEach(() => {
    controlPlane.close();
    fake.close();
  });

  it('sends an API key and a session in the form that PipeCD takes', async () => {
    fake
      .on('api', 'GetPiped', { response: {} })
      .on('web', 'GetMe', { response: { subject: 'alice' } });

    await controlPlane.api('GetPiped', { piped_id: 'p' }, KEY, { signal });
    const me = await controlPlane.web('GetMe', {}, SESSION, { signal });

    expect(me).toEqual({ subject: 'alice' });
    expect(fake.calls.map(({ metadata }) => metadata)).toEqual([
      expect.objectContaining({
        authorization: 'API-KEY id-1.secret-of-the-key',
      }),
      expect.objectContaining({ cookie: 'token=aaaa.bbbb.cccc' }),
    ]);
    expect(fake.calls[0].metadata).not.toHaveProperty('cookie');
  });

  it('has at most four calls under way', async () => {
    fake.on('web', 'GetMe', async () => {
      await new Promise(resolve => setTimeout(resolve, 20));
      return { response: {} };
    });

    await Promise.all(
      Array.from({ length: 20 }, () =>
        controlPlane.web('GetMe', {}, SESSION, { signal }),
      ),
    );

    expect(fake.calls).toHaveLength(20);
    expect(fake.mostAtOnce).toBe(4);
  });

  it('gives up on a call without an answer, and on a turn that does not come', async () => {
    fake.on('web', 'GetMe', 'hang');
    const hang = (deadlineMs: number) =>
      controlPlane.web('GetMe', {}, SESSION, { deadlineMs, signal });
    // Looked at from the start: on a busy machine they end in the same moment as the one that has no turn.
    const first = Promise.allSettled(
      Array.from({ length: 4 }, () => hang(300)),
    );

    await expect(hang(100)).rejects.toMatchObject({
      problem: 'timeout',
      sent: false,
    });
    expect(await first).toMatchObject(
      Array.from({ length: 4 }, () => ({
        status: 'rejected',
        reason: { problem: 'timeout', sent: true },
      })),
    );
  });

  it('ends a call with its signal', async () => {
    fake.on('web', 'GetMe', 'hang');
    const stop = new AbortController();
    const call = controlPlane.web('GetMe', {}, SESSION, {
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(new Error('stopped')), 20);

    await expect(call).rejects.toThrow('stopped');
  });

  it('does not repeat a request at which the connection was lost', async () => {
    fake.on('web', 'ListDeployments', 'drop');

    await expect(
      controlPlane.web(
        'ListDeployments',
        { options: {}, page_size: 1 },
        SESSION,
        { signal },
      ),
    ).rejects.toMatchObject({ grpc: 14, problem: 'unreachable', sent: true });
    expect(fake.calls).toHaveLength(1);
  });

  it('says of an address where nobody listens that nothing was sent', async () => {
    fake.close();

    await expect(
      controlPlane.web('GetMe', {}, SESSION, { signal }),
    ).rejects.toMatchObject({ problem: 'unreachable', sent: false });
  });

  it('tells every refusal of a real control plane apart, and repeats no credential', async () => {
    const refusals = recorded('auth-errors').filter(
      ({ error, call }) => error && call === 'GetMe',
    );
    const problems: Record<number, string> = {
      7: 'forbidden',
      16: 'unauthenticated',
    };

    expect(refusals.length).toBeGreaterThan(10);
    for (const { error } of refusals) {
      fake.on('web', 'GetMe', {
        error: { ...error!, details: `${error!.details} aaaa.bbbb.cccc` },
      });
      const failure = await controlPlane
        .web('GetMe', {}, SESSION, { signal })
        .catch((thrown: Error) => thrown);

      expect(failure).toMatchObject({ problem: problems[error!.code] });
      expect(String(failure)).not.toContain('bbbb');
    }
  });

  it('takes answers larger than four megabytes', async () => {
    const log = 'x'.repeat(6 * 1024 * 1024);
    fake.on('web', 'GetStageLog', {
      response: { blocks: [{ index: 1, log }] },
    });

    const { blocks } = await controlPlane.web(
      'GetStageLog',
      { deployment_id: 'd', stage_id: 's', retried_count: 0, offset_index: 0 },
      SESSION,
      { signal },
    );

    expect(blocks[0].log).toHaveLength(log.length);
  });
});
