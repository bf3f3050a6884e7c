import { ServiceUnavailableError } from '@backstage/errors';
import { LogFrame } from '@fairway/backstage-plugin-multicluster-common';
import { DetailLogLine } from '@fairway/backstage-plugin-multicluster-node';
import { LogFrameOptions } from './followFrames';
import { logFrames } from './logFrames';

async function* lines(...texts: string[]): AsyncGenerator<DetailLogLine> {
  for (const text of texts) {
    yield { text };
  }
}

/** A log that never says anything more, and whose end can be seen. */
function silent(...texts: string[]) {
  const state = { closed: false };
  return {
    state,
    log: {
      async *[Symbol.asyncIterator](): AsyncGenerator<DetailLogLine> {
        yield* lines(...texts);
        await new Promise(() => undefined);
      },
    },
  };
}

function options(extra?: Partial<LogFrameOptions>): LogFrameOptions {
  return {
    maxChars: 1000,
    maxMs: 10_000,
    stillAllowed: async () => 'granted' as const,
    signal: new AbortController().signal,
    onEnd: jest.fn(),
    ...extra,
  };
}

async function collect(
  frames: AsyncIterable<LogFrame>,
  most = 50,
): Promise<LogFrame[]> {
  const seen: LogFrame[] = [];
  for await (const frame of frames) {
    seen.push(frame);
    if (seen.length >= most) {
      break;
    }
  }
  return seen;
}

describe('logFrames', () => {
  it('gives the lines in order and says that the log is complete', async () => {
    const given = options();
    expect(await collect(logFrames(lines('a', 'b'), given))).toEqual([
      { type: 'line', text: 'a' },
      { type: 'line', text: 'b' },
      { type: 'end', reason: 'complete' },
    ]);
    expect(given.onEnd).toHaveBeenCalledTimes(1);
  });

  it('beats while the log is silent, and closes it when the reader goes', async () => {
    const given = options({ heartbeatMs: 5 });
    const frames = await collect(logFrames(silent('a').log, given), 3);
    expect(frames).toEqual([
      { type: 'line', text: 'a' },
      { type: 'heartbeat' },
      { type: 'heartbeat' },
    ]);
    expect(given.onEnd).toHaveBeenCalledTimes(1);
  });

  it.each`
    right        | code
    ${'denied'}  | ${'view.detail.logDenied'}
    ${'expired'} | ${'view.detail.logExpired'}
  `(
    'ends when the right to read it is $right, and says so',
    async ({ right, code }) => {
      const stillAllowed = jest
        .fn()
        .mockResolvedValueOnce('granted')
        .mockResolvedValue(right);
      const frames = await collect(
        logFrames(
          silent().log,
          options({ heartbeatMs: 1000, recheckMs: 10, stillAllowed }),
        ),
      );
      expect(stillAllowed).toHaveBeenCalledTimes(2);
      expect(frames.at(-1)).toMatchObject({
        type: 'end',
        reason: 'unauthorised',
        sentence: { code },
      });
    },
  );

  it('ends at its limit of characters without showing the line that passes it', async () => {
    const frames = await collect(
      logFrames(lines('12345', '67890', 'x'), options({ maxChars: 10 })),
    );
    expect(frames.map(frame => frame.type)).toEqual(['line', 'line', 'end']);
    expect(frames.at(-1)).toMatchObject({ reason: 'limit' });
  });

  it('ends at its limit of time though the log goes on', async () => {
    const frames = await collect(
      logFrames(silent().log, options({ maxMs: 20, heartbeatMs: 1000 })),
    );
    expect(frames.at(-1)).toMatchObject({ type: 'end', reason: 'limit' });
  });

  it('says why it broke off', async () => {
    async function* broken(): AsyncGenerator<DetailLogLine> {
      yield { text: 'a' };
      throw new ServiceUnavailableError('member1 closed the connection');
    }
    expect(
      (await collect(logFrames(broken(), options()))).at(-1),
    ).toMatchObject({
      type: 'end',
      reason: 'error',
      sentence: { params: { message: 'member1 closed the connection' } },
    });
  });

  it('keeps the words of an unforeseen error to itself', async () => {
    async function* broken(): AsyncGenerator<DetailLogLine> {
      yield { text: 'a' };
      throw new Error('GET https://x failed: Authorization: Bearer canary');
    }
    const frames = await collect(logFrames(broken(), options()));
    expect(frames.at(-1)).toMatchObject({ type: 'end', reason: 'error' });
    expect(JSON.stringify(frames)).not.toContain('canary');
  });

  it('ends without a word when the reader aborts', async () => {
    const abort = new AbortController();
    const given = options({ signal: abort.signal, heartbeatMs: 1000 });
    const frames = collect(logFrames(silent('a').log, given));
    setTimeout(() => abort.abort(), 20);
    expect((await frames).filter(frame => frame.type !== 'heartbeat')).toEqual([
      { type: 'line', text: 'a' },
    ]);
    expect(given.onEnd).toHaveBeenCalledTimes(1);
  });
});
