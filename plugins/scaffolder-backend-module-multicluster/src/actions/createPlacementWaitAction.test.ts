import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  EntityTopology,
  NotModified,
} from '@fairway/backstage-plugin-multicluster-common';
import { Schema, validate } from 'jsonschema';
import { parse } from 'yaml';
import { target, topologyOf, workload } from '../__testUtils__/topologyOf';
import { createPlacementWaitAction } from './createPlacementWaitAction';
import { examples } from './createPlacementWaitAction.examples';

type Answer = EntityTopology | NotModified | Error;

const unchanged: NotModified = { notModified: true, revision: 'r' };
const running = (...versions: string[]) =>
  topologyOf([
    workload(
      'checkout',
      '2.0',
      versions.map((version, i) => target(`member${i + 1}`, version)),
    ),
  ]);

async function refusal(status: number): Promise<Error> {
  return ResponseError.fromResponse(new Response('{}', { status }));
}

/** Gives the answers one after the other, and the last one for ever. */
function start(answers: Answer[], input: object = {}, signal?: AbortSignal) {
  const left = [...answers];
  const getEntityTopology = jest.fn(async () => {
    const answer = left.length > 1 ? left.shift()! : left[0];
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  const auth = mockServices.auth.mock({
    getPluginRequestToken: jest.fn(async () => ({ token: 'of-the-user' })),
  });
  const action = createPlacementWaitAction({
    api: { getEntityTopology },
    auth,
    pollMs: 1,
  });
  const context = createMockActionContext({
    input: { entityRef: 'checkout', version: '2.0', ...input },
  });
  const info = jest.spyOn(context.logger, 'info');
  const ended = action.handler({ ...context, signal });
  const said = () => info.mock.calls.map(([text]) => String(text));
  return { auth, context, ended, getEntityTopology, said };
}

describe('multicluster:placement:wait', () => {
  it('waits until every cluster runs the version, and says each change once', async () => {
    const { context, ended, said } = start([
      running('1.0', '1.0'),
      unchanged,
      running('2.0', '1.0'),
      running('2.0', '2.0'),
    ]);
    await ended;
    expect(said()).toEqual([
      'Waiting: Deployment checkout on member1 runs 1.0; Deployment checkout on member2 runs 1.0',
      'Waiting: Deployment checkout on member2 runs 1.0',
      'As wanted in version 2.0 on member1, member2',
    ]);
    expect(context.output).toHaveBeenCalledWith(
      'sentence',
      'As wanted in version 2.0 on member1, member2',
    );
  });

  it('asks as the person who started the task, each time with a new token', async () => {
    const { auth, ended, getEntityTopology } = start([
      running('1.0'),
      running('2.0'),
    ]);
    await ended;
    expect(auth.getPluginRequestToken).toHaveBeenCalledTimes(2);
    expect(auth.getPluginRequestToken).toHaveBeenCalledWith({
      onBehalfOf: mockCredentials.user(),
      targetPluginId: 'multicluster',
    });
    expect(getEntityTopology).toHaveBeenLastCalledWith(
      'component:default/checkout',
      expect.objectContaining({
        token: 'of-the-user',
        ifNoneMatch: running('1.0').revision,
      }),
    );
  });

  it('fails at its deadline with what is missing', async () => {
    const { ended } = start([running('2.0', '1.0')], { timeoutSeconds: 0.05 });
    await expect(ended).rejects.toThrow(
      'component:default/checkout was not placed as wanted within 0.05 seconds. Waiting: Deployment checkout on member2 runs 1.0',
    );
  });

  it('ends a question that is never answered at the deadline', async () => {
    const { context } = start([running('2.0')]);
    const action = createPlacementWaitAction({
      api: {
        getEntityTopology: (_, options) =>
          new Promise((_resolve, reject) => {
            options?.signal?.addEventListener('abort', () =>
              reject(options.signal?.reason),
            );
          }),
      },
      auth: mockServices.auth(),
    });
    await expect(
      action.handler({
        ...context,
        input: { entityRef: 'checkout', timeoutSeconds: 0.05 },
      }),
    ).rejects.toThrow('Waiting for the first answer');
  });

  it('goes on through what may pass: an entity not in the catalog yet, a portal that restarts', async () => {
    const { ended, said } = start([
      await refusal(404),
      await refusal(503),
      new TypeError('fetch failed'),
      running('2.0'),
    ]);
    await ended;
    expect(said().slice(0, 3)).toEqual([
      'Waiting: the catalog has no component:default/checkout that may be seen',
      'Waiting: the portal answered 503',
      'Waiting: the portal cannot be reached',
    ]);
  });

  it.each([401, 403])('fails at once when it is told %s', async status => {
    const { ended, getEntityTopology } = start([await refusal(status)]);
    await expect(ended).rejects.toThrow(String(status));
    expect(getEntityTopology).toHaveBeenCalledTimes(1);
  });

  it('says that the session ended, with what was seen last, when it can ask no more on the way', async () => {
    const { ended } = start([running('1.0'), await refusal(401)]);
    await expect(ended).rejects.toThrow(
      /^The session of who started the task ended while component:default\/checkout was waited for; the placement itself goes on\. .*1\.0/,
    );
  });

  it('ends when the task is cancelled', async () => {
    const cancel = new AbortController();
    const { ended, getEntityTopology } = start(
      [running('1.0')],
      {},
      cancel.signal,
    );
    cancel.abort(new Error('cancelled'));
    await expect(ended).rejects.toThrow('cancelled');
    expect(getEntityTopology.mock.calls.length).toBeLessThan(2);
  });

  it.each(examples)('takes its own example: $description', ({ example }) => {
    const action = createPlacementWaitAction({
      api: { getEntityTopology: jest.fn() },
      auth: mockServices.auth(),
    });
    const [step] = parse(example).steps;
    expect(step.action).toBe(action.id);
    const { errors } = validate(step.input, action.schema?.input as Schema);
    expect(errors).toEqual([]);
  });
});
