import { mockServices } from '@backstage/backend-test-utils';
import { AuthenticationError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { PullAnswer, PullQuestion } from '../../service/PullGateService';
import { answerGate } from './answerGate';

describe('the route that stages ask', () => {
  const asked: PullQuestion[] = [];
  const logger = mockServices.logger.mock();
  const answer: PullAnswer = { request: 'r1', decision: 'approved' };
  const app = express()
    // As the portal does while it is developed.
    .set('json spaces', 2)
    .use(
      answerGate({
        logger,
        pullGates: {
          async answer(question) {
            asked.push(question);
            return answer;
          },
        },
      }),
    );
  const post = () => request(app).post('/v1/gates/answer');

  beforeEach(() => {
    asked.splice(0);
    logger.warn.mockClear();
  });

  it('answers in one line that a shell can look into, and lets nobody keep it', async () => {
    const { status, text, headers } = await post().send({ run: 'r' });
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(text).toBe('{"request":"r1","decision":"approved"}');
  });

  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['Basic abc', undefined],
    ['Bearer a b', undefined],
    ['Bearer ', undefined],
    [undefined, undefined],
  ])('reads the secret from the header %j as %j', async (header, secret) => {
    const sent = post();
    await (header ? sent.set('Authorization', header) : sent).send('{}');
    expect(asked).toEqual([{ secret, body: expect.any(Buffer) }]);
  });

  it('reads no more than a question is long, and nothing that is compressed', async () => {
    expect((await post().send('x'.repeat(5000))).status).toBe(413);
    const zipped = await post().set('Content-Encoding', 'gzip').send('x');
    expect(zipped.status).toBe(415);
    expect(asked).toEqual([]);
  });

  it('keeps what went wrong inside to itself and the log: an error of the database quotes its statement', async () => {
    const broken = express()
      .use(
        answerGate({
          logger,
          pullGates: {
            answer: async () => {
              throw new Error('select shhhh1 from somewhere');
            },
          },
        }),
      )
      .use(
        (
          { message, code }: Error & { code?: string },
          _req: express.Request,
          res: express.Response,
          _next: express.NextFunction,
        ) => res.status(500).json({ message, code }),
      );
    const { body } = await request(broken)
      .post('/v1/gates/answer')
      .set('Authorization', 'Bearer shhhh1')
      .send('{}');
    expect(body).toEqual({
      code: 'unforeseen',
      message: 'The request failed for an unforeseen reason',
    });
    expect(logger.warn.mock.calls).toEqual([
      ['A stage got no answer: Error: select … from somewhere'],
    ]);
  });

  it('logs nothing of what it was meant to answer: it is asked every few seconds', async () => {
    const refusing = express().use(
      answerGate({
        logger,
        pullGates: {
          answer: async () => {
            throw new AuthenticationError('No');
          },
        },
      }),
    );
    await request(refusing).post('/v1/gates/answer').send('{}');
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('is nowhere without approvals', async () => {
    const none = express().use(answerGate({ logger }));
    const { status } = await request(none).post('/v1/gates/answer').send('{}');
    expect(status).toBe(404);
  });
});
