import {
  DerivedRun,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  ApprovalCode,
  sentence,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { fakeRuns } from '../../__testUtils__/fakeRuns';
import { seedDelivery } from '../../__testUtils__/seedDelivery';
import { fakeSource } from '../../__testUtils__/startTestPlugin';
import { openViewsWorld } from '../../__testUtils__/viewsWorld';
import { SourceRegistry } from '../../service/SourceRegistry';
import { selectRun } from '../observe/selectRun';
import { GateRound } from '../observe/GateRound';
import { RunDrafts } from '../observe/RunDrafts';
import { DefaultPullGateService } from '../pull/DefaultPullGateService';
import { FreshRuns } from '../pull/FreshRuns';
import { PullAdapter } from '../pull/PullAdapter';
import { PullAnswers } from '../pull/PullAnswers';
import { PullLedger } from '../pull/PullLedger';
import { PullGateEntry } from '../pull/readPullGates';
import { GateSecret } from '../pull/GateSecret';
import { subjectDigest } from '../rules/digest/subjectDigest';
import { approvalWorld } from './approvalWorld';
import { twoOfShop } from './draftOf';

export const SECRET = 'the secret of the first agent';
export const NEXT_SECRET = 'what it will be replaced with';
export const OTHER_SECRET = 'the secret of another agent';

/** A stage with an id of its own. */
export function stageOf(id: string, more: Partial<Stage> = {}): Stage {
  return {
    id,
    name: id,
    kind: 'task',
    status: 'pending',
    nativeStatus: '',
    requires: [],
    steps: [],
    notes: [],
    hasLog: true,
    ...more,
  };
}

/** A run that executes `ask`, behind which it delivers. */
export const asking: Pick<DerivedRun, 'status' | 'stages' | 'rollsBack'> = {
  status: 'running',
  rollsBack: true,
  stages: [
    stageOf('ask', { status: 'running' }),
    stageOf('deploy', { requires: ['ask'] }),
  ],
};

const entry = (
  secrets: string[],
  more: Partial<PullGateEntry> = {},
): PullGateEntry => ({
  name: 'agent',
  source: 'tool',
  gates: new Set(['release', 'second']),
  secrets: secrets.map(value => GateSecret.ofValue(value, 'key')),
  ...more,
});

/**
 * A delivery tool `tool` with the pipeline `shop` of the confirmed component `shop`, its run `run-1` that asks, and approvals over
 * it. `now` is what the tool says when it is read anew; `derived` changes what is stored.
 */
export async function gateWorld(knex: Knex) {
  const { environments } = await openViewsWorld(knex, {});
  const run: Partial<RunFact> & { key: string; pipelineKey: string } = {
    key: 'run-1',
    pipelineKey: 'shop',
    agentKey: 'piped-1',
    commit: { sha: 'abc', author: 'rita' },
    artifacts: [{ kind: 'image', name: 'shop', version: 'v2' }],
    active: true,
  };
  await seedDelivery(knex, {
    agents: [{ key: 'piped-1' }],
    pipelines: [
      { key: 'shop', agentKey: 'piped-1', deployTargets: ['prod'] },
      { key: 'claimed', agentKey: 'piped-1' },
    ],
    runs: [
      { ...run, derived: asking },
      { ...run, key: 'run-claimed', pipelineKey: 'claimed', derived: asking },
    ],
  });
  for (const [key, confirmed] of [
    ['shop', true],
    ['claimed', false],
  ] as const) {
    const { id } = await knex('inventory_pipeline').where({ key }).first('id');
    await knex('pipeline_match').insert({
      entity_ref: `component:default/${key}`,
      pipeline_id: id,
      rule: 'test',
      confirmed,
      reason: JSON.stringify(sentence('test.match')),
    });
  }
  const tool: {
    now?: DerivedRun;
    down?: boolean;
    /** Why it cannot be read, in its own words. */
    says?: string;
    reads: number;
    impersonates?: boolean;
  } = { reads: 0 };
  const sources = new SourceRegistry();
  sources.add(
    fakeSource({
      id: 'tool',
      type: 'tool',
      product: 'Tool',
      runs: fakeRuns(),
      gates: {
        capabilities: () => [
          {
            verdict: 'approve',
            available: tool.impersonates === true,
            identityModes: tool.impersonates
              ? ['impersonated', 'deep-link']
              : ['deep-link'],
            delivery: 'worker',
          },
        ],
        read: async ({ derived }) => {
          tool.reads += 1;
          if (tool.down) {
            throw new Error(tool.says ?? 'The tool is away');
          }
          return tool.now ?? derived;
        },
        decide: async () => {
          throw new Error('Nobody decides here');
        },
      },
    }),
  );
  const platform: {
    refusal?: ApprovalCode;
    /** What the tool calls people; absent: as the catalog does. */
    nameOf?: (person: { ref: string; email?: string }) => string | undefined;
    /** Called whenever somebody works out by which policy something is decided. */
    asked?: () => Promise<void>;
  } = {};
  const nativeIds = (_: string, person: { ref: string; email?: string }) => {
    const nameOf = platform.nameOf ?? (({ ref }) => ref.split('/')[1]);
    const name = nameOf(person);
    return name === undefined ? [] : [name];
  };
  const approvals = approvalWorld(knex, { nativeIds });
  const { engine, store, adapters, clock, directory } = approvals;
  const drafts = RunDrafts.create({
    knex,
    sources,
    environments,
    rules: {
      policyOf: async () => {
        await platform.asked?.();
        return {
          policy: twoOfShop,
          hash: 'p1',
          ...(platform.refusal && { refusal: platform.refusal }),
        };
      },
      digestOf: subjectDigest,
      personOf: name => (name === 'rita' ? 'user:default/rita' : undefined),
    },
  });
  const ledger = PullLedger.create(knex);
  // A reading of its own for each question, so that tests need not wait for the one before to be forgotten.
  const reading = { before: async () => {} };
  const fresh: Pick<FreshRuns, 'read'> = {
    read: async record => {
      await reading.before();
      return FreshRuns.create(sources).read(record);
    },
  };
  adapters.add(
    'pull',
    PullAdapter.create({ knex, clock, drafts, ledger, fresh }),
  );
  const line = { stopped: false };
  const woken: string[] = [];
  const service = DefaultPullGateService.create({
    knex,
    gates: {
      problems: [],
      entries: [
        entry([SECRET, NEXT_SECRET]),
        entry([OTHER_SECRET], { agents: new Set(['piped-2']) }),
      ],
    },
    demand: {
      noteWatched: async () => {},
      wake: async (_, keys) => {
        woken.push(...keys);
      },
    },
    answers: PullAnswers.create({
      knex,
      drafts,
      engine,
      ledger,
      fresh,
      isStopped: async () => line.stopped,
    }),
  });
  const time: { later: number; stands?: number } = { later: 0 };
  const round = GateRound.create({
    knex,
    store,
    engine,
    drafts,
    fresh,
    logger: approvals.logger,
    directory,
    nativeIds,
    now: () => (time.stands ?? performance.now()) + time.later,
  });
  const ask = (
    body: object = { run: 'run-1', gate: 'release' },
    secret: string | undefined = SECRET,
  ) => service.answer({ secret, body: Buffer.from(JSON.stringify(body)) });
  return {
    ...approvals,
    ask,
    service,
    tool,
    line,
    ledger,
    drafts,
    round,
    /** What happens right before a run is read at its tool. */
    reading,
    /** Milliseconds that the round believes to have passed besides; `stands`: since when its clock stands still. */
    time,
    woken,
    platform,
    /** Changes what is stored of a run, as an observation would. */
    async observe(derived: Partial<DerivedRun>, key = 'run-1') {
      const { id, derived: stored } = await knex('inventory_run')
        .where({ key })
        .first('id', 'derived');
      const next: DerivedRun = { ...JSON.parse(stored), ...derived };
      await knex('inventory_run')
        .where({ id })
        .update({
          derived: JSON.stringify(next),
          status: next.status,
          revision: knex.raw('revision + 1'),
        });
      return next;
    },
    async observeFact(change: Partial<RunFact>, key = 'run-1') {
      const { fact } = await knex('inventory_run').where({ key }).first('fact');
      await knex('inventory_run')
        .where({ key })
        .update({
          fact: JSON.stringify({ ...JSON.parse(fact), ...change }),
          revision: knex.raw('revision + 1'),
        });
    },
    /** The tool says so now, and nobody has observed it yet. */
    async says(change: Partial<DerivedRun>, key = 'run-1') {
      const record = await selectRun(knex, 'tool', key);
      tool.now = { ...record!.derived, ...change };
    },
  };
}

export type GateWorld = Awaited<ReturnType<typeof gateWorld>>;
