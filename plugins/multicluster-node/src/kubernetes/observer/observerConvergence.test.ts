import fc from 'fast-check';
import { eventually, MemoryFleetSink } from '../../testUtils';
import { FakeCollection, Fault } from '../__testUtils__/FakeCollection';
import { observeFake } from '../__testUtils__/observeFake';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { testTransport } from '../__testUtils__/testTransport';

type Step =
  | { step: 'put' | 'remove'; index: number }
  | { step: 'compact' | 'end' | 'cut' | 'bookmark' | 'wait' | 'restart' }
  | { step: 'line'; line: string }
  | { step: 'replay'; index: number }
  | { step: 'fault'; on: 'list' | 'watch'; fault: Fault };

const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  fc
    .constantFrom(400, 403, 410, 429, 500, 503, 504)
    .map(code => ({ kind: 'status' as const, code })),
  fc.constant({
    kind: 'text' as const,
    code: 200,
    type: 'text/html',
    body: '<html>',
  }),
  fc
    .constantFrom('cut' as const, 'cut-midway' as const, 'garbage' as const)
    .map(kind => ({ kind })),
  fc
    .constantFrom(410, 500)
    .map(code => ({ kind: 'stream-error' as const, code })),
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.nat(11).map(index => ({ step: 'put' as const, index })),
  },
  {
    weight: 3,
    arbitrary: fc.nat(11).map(index => ({ step: 'remove' as const, index })),
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(
        'compact' as const,
        'end' as const,
        'cut' as const,
        'bookmark' as const,
        'wait' as const,
        'restart' as const,
      )
      .map(step => ({ step })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        'not json',
        '{"type":"ADDED"}',
        '{"type":"NEW","object":{}}',
      )
      .map(line => ({ step: 'line' as const, line })),
  },
  {
    weight: 2,
    arbitrary: fc.nat(20).map(index => ({ step: 'replay' as const, index })),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constant('fault' as const),
      on: fc.constantFrom('list' as const, 'watch' as const),
      fault: anyFault,
    }),
  },
);

describe('observeResource, whatever happens', () => {
  let server: ScriptedServer;
  let collection: FakeCollection;

  beforeAll(async () => {
    server = await ScriptedServer.start((request, response) =>
      collection.handle(request, response),
    );
  });

  afterAll(() => server.stop());

  async function play(
    steps: Step[],
    sink: MemoryFleetSink,
    start: () => ReturnType<typeof observeFake>,
    stop: (running: Awaited<ReturnType<typeof observeFake>>) => Promise<void>,
  ) {
    let running = await start();
    for (const step of steps) {
      switch (step.step) {
        case 'put':
          collection.put(`w${step.index}`, { spec: { replicas: step.index } });
          break;
        case 'remove':
          collection.remove(`w${step.index}`);
          break;
        case 'compact':
          collection.compact();
          break;
        case 'end':
          collection.endWatches();
          break;
        case 'cut':
          collection.cutWatches();
          break;
        case 'bookmark':
          collection.bookmark();
          break;
        case 'replay':
          collection.replay(step.index);
          break;
        case 'line':
          collection.sendRaw(step.line);
          break;
        case 'fault':
          collection.faults[step.on].push(step.fault);
          break;
        case 'restart':
          await stop(running);
          running = await start();
          break;
        default:
          await new Promise(resolve => setTimeout(resolve, 4));
      }
    }
    const expected = () =>
      [...collection.objects.values()]
        .map(({ metadata }) => `${metadata.name}=${metadata.uid}`)
        .sort();
    const stored = () =>
      sink
        .facts('workload')
        .map(fact => `${fact.name}=${fact.uid}`)
        .sort();
    await eventually(
      () => JSON.stringify(stored()) === JSON.stringify(expected()),
      {
        message: () =>
          `stored ${stored()} and not ${expected()} with ${sink.storedCheckpoint(
            'deployments',
          )} of ${collection.version}`,
      },
    );
    await stop(running);
  }

  it.each([30, 34])(
    'comes to hold what a server of minor version %i holds, and never deletes what was never gone',
    async minor => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyStep, { minLength: 1, maxLength: 30 }),
          fc.integer({ min: 1, max: 5 }),
          async (steps, pageSize) => {
            collection = new FakeCollection();
            collection.minor = minor;
            collection.put('always');
            collection.put('w0');
            const sink = MemoryFleetSink.create();
            const start = () =>
              observeFake({
                collection,
                sink,
                server,
                transport: testTransport(server),
                limits: { pageSize },
                timings: {
                  batch: 1,
                  backOffBase: 1,
                  backOffCap: 2,
                  settle: 5,
                  silence: 200,
                  initialSilence: 50,
                },
              });
            await play(steps, sink, start, async running => {
              await running.end();
            });
            const everGone = sink.writes.some(
              ({ key, fact }) => !fact && key.endsWith('/always'),
            );
            expect(everGone).toBe(false);
          },
        ),
        { numRuns: 30 },
      );
    },
    60_000,
  );
});
