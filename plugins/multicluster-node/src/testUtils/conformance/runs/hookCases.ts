import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { HookRequest, RunsFacet } from '../../../contract';
import { assertSame } from './assertSame';
import { RunsConformanceCase } from './RunsConformanceCase';
import { RunsConformanceContext } from './RunsConformanceContext';
import { RunsSource } from './RunsHarness';

const why =
  'timingSafeEqual of node:crypto is not used, or was imported together with others as a default or a namespace: import it by its name alone';

/** How webhooks are read. @internal */
export const hookCases: RunsConformanceCase[] = [
  {
    name: 'a webhook with its secret hints at the run it names, or at everything',
    needs: ['hookRequest'],
    async run(context) {
      const { request, read } = await webhook(context);
      const { runKeys } = read(request);
      assert.ok(Array.isArray(runKeys));
      assert.ok(
        runKeys.length === 0 || runKeys.includes(request.run.key),
        `it hints at ${runKeys.join()}`,
      );
    },
  },
  {
    name: 'a webhook with a wrong secret, or none, is refused',
    needs: ['hookRequest'],
    async run(context) {
      const { request, read } = await webhook(context);
      for (const secret of wrongSecrets(request)) {
        const headers = {
          ...request.headers,
          [request.secretHeader]: secret,
        };
        assert.throws(() => read({ ...request, headers }), {
          name: 'AuthenticationError',
        });
      }
    },
  },
  {
    name: 'the secret of a webhook is compared in constant time',
    needs: ['hookRequest'],
    async run(context) {
      const { request, read } = await webhook(context);
      const original = crypto.timingSafeEqual;
      let compared = 0;
      crypto.timingSafeEqual = (a, b) => {
        compared += 1;
        return original(a, b);
      };
      try {
        const [secret] = wrongSecrets(request);
        const headers = { ...request.headers, [request.secretHeader]: secret };
        assert.throws(() => read({ ...request, headers }));
      } finally {
        crypto.timingSafeEqual = original;
      }
      assert.ok(compared > 0, why);
    },
  },
  {
    name: 'a refused webhook tells neither its secret nor the right one',
    needs: ['hookRequest'],
    async run(context) {
      const { request, read } = await webhook(context);
      const right = request.headers[request.secretHeader]!;
      const [wrong] = wrongSecrets(request);
      const headers = { ...request.headers, [request.secretHeader]: wrong };
      assert.throws(
        () => read({ ...request, headers }),
        error => {
          const text = `${error} ${JSON.stringify(error)}`;
          return !text.includes(right) && !text.includes(wrong!);
        },
      );
    },
  },
  {
    name: 'a webhook that is none of the tool is an input error',
    needs: ['hookRequest'],
    async run(context) {
      const { request, read } = await webhook(context);
      for (const text of ['', 'never heard of', '[]', 'null', '{"a":']) {
        const { headers } = proven(context, request, Buffer.from(text));
        assert.throws(() => read({ headers, body: Buffer.from(text) }), {
          name: 'InputError',
        });
      }
    },
  },
  {
    name: 'nothing of what a webhook says is believed',
    needs: ['hookRequest'],
    async run(context) {
      const seen = await context.seenStage();
      const request = context.ability('hookRequest')(seen.run);
      const { source, sink, tracker } = seen.observation;
      const before = tracker.derive(seen.run.key)?.status;
      const rows = sink.writes.length;
      const { runKeys } = hookOf(source)(request);
      assert.ok(runKeys.every(key => typeof key === 'string'));
      seen.observation.demand.wake(runKeys);
      await context.untilCaughtUp(seen.observation);
      assert.equal(tracker.derive(seen.run.key)?.status, before);
      const written = sink.writes
        .slice(rows)
        .filter(({ key }) => key === seen.run.key);
      assertSame(written, [], 'a webhook changed what is stored');
    },
  },
];

async function webhook(context: RunsConformanceContext) {
  const run = await context.startRun();
  const request = { ...context.ability('hookRequest')(run), run };
  assert.ok(request.headers[request.secretHeader], 'it carries no secret');
  return { request, read: hookOf(await context.createSource()) };
}

function hookOf({ runs }: RunsSource): NonNullable<RunsFacet['hook']> {
  assert.ok(runs.hook, 'the source reads no webhooks');
  return request => runs.hook!(request);
}

function wrongSecrets({
  headers,
  secretHeader,
}: HookRequest & { secretHeader: string }): Array<string | undefined> {
  const right = headers[secretHeader]!;
  const last = right.endsWith('x') ? 'y' : 'x';
  return [
    `${right.slice(0, -1)}${last}`,
    right.slice(1),
    `${right}x`,
    '',
    undefined,
  ];
}

/** The same proof for another body: where a tool signs bodies, the world has to sign it. */
function proven(
  context: RunsConformanceContext,
  request: HookRequest,
  body: Buffer,
): HookRequest {
  const sign = context.world.signHook;
  return sign ? { headers: sign.call(context.world, body), body } : request;
}
