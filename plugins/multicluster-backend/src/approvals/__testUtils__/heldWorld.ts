import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { fakeFleet } from '../../__testUtils__/fakeFleet';
import { fakeSource } from '../../__testUtils__/startTestPlugin';
import { openViewsWorld } from '../../__testUtils__/viewsWorld';
import { InventoryHints } from '../../inventory/hints/InventoryHints';
import { Acting } from '../../service/Acting';
import { createLanes } from '../../service/createLanes';
import { SourceRegistry } from '../../service/SourceRegistry';
import { Environments } from '../../views/platform/Environments';
import { laneIdOf } from '../lanes/laneIdOf';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { policyHash } from '../rules/digest/policyHash';
import { subjectDigest } from '../rules/digest/subjectDigest';
import { gateKeyOf } from '../subject/gateKeyOf';
import { approvalWorld, voteOn, WorldOptions } from './approvalWorld';
import { twoOfShop } from './draftOf';
import { ScriptedLanes } from './ScriptedLanes';
import { settle } from './settle';
import { ShiftedClock } from './ShiftedClock';

export const LANE = { source: 'prod', policyKey: 'Policy/default/shop' };

/**
 * A control plane `prod` whose policy `shop` places a workload on member1 (production) and member2, seeded in a migrated database,
 * with everything that holds lanes over it. `policy`: by which approvals are decided in every environment.
 */
export async function heldWorld(
  knex: Knex,
  options: {
    policy?: Partial<ApprovalPolicy>;
    world?: WorldOptions;
    /** Milliseconds that people have before the portal moves copies. */
    moveAfterMs?: number;
    /** Another replica over the same database, before the same control plane. */
    beside?: {
      environments: Environments;
      control: ScriptedLanes;
      clock: ShiftedClock;
    };
  } = {},
) {
  const { beside } = options;
  const environments = beside?.environments ?? (await seedLane(knex));
  const told: string[] = [];
  /** Called before each notification. */
  const notify = { before: async () => {} };
  const control = beside?.control ?? ScriptedLanes.create();
  const sources = new SourceRegistry();
  sources.add(fakeSource({ fleet: fakeFleet(), lanes: control }));
  const approvals = approvalWorld(knex, {
    ...options.world,
    ...(beside && { clock: beside.clock }),
  });
  const { engine, store, directory, adapters, clock } = approvals;
  const policy = { ...twoOfShop, ...options.policy };
  const lanes = createLanes({
    inventory: { knex, hints: InventoryHints.create() },
    store,
    sources,
    environments,
    directory,
    rules: {
      policyOf: async () => ({ policy, hash: policyHash(policy) }),
      digestOf: subjectDigest,
      personOf: () => undefined,
    },
    notifications: {
      send: async ({ payload }) => {
        await notify.before();
        told.push(payload.title);
      },
    },
    logger: mockServices.logger.mock(),
    settings: { lanes: { moveAfterMs: options.moveAfterMs ?? 45_000 } },
    engine: () => engine,
    changed: () => {},
  });
  adapters.add('lane', lanes.adapter);
  const { glance } = lanes;
  const looker = lanes.round(engine);
  /** What both of them do at a hint, one after the other: nothing is left on its way. */
  const round = {
    async look() {
      await glance.look();
      await glance.idle();
      const looked = await looker.look();
      await glance.idle();
      return looked;
    },
  };
  const id = laneIdOf(LANE);
  const gateKey = gateKeyOf({ kind: 'lane', ...LANE });
  const acting = (name: string): Acting => ({
    caller: {
      userEntityRef: `user:default/${name}`,
      ownershipEntityRefs: [],
    },
    idempotency: { key: randomUUID(), fingerprint: name },
    evidence: {},
  });

  async function manage(action: 'arm' | 'disarm', by = 'cid') {
    const look = await lanes.keeper.manage(
      id,
      { action, dryRun: true },
      acting(by),
    );
    const { resourceVersion } = look!;
    return lanes.keeper.manage(
      id,
      { action, dryRun: false, reason: 'a test', resourceVersion },
      acting(by),
    );
  }

  return {
    ...approvals,
    control,
    environments,
    /** Titles of what people were notified of. */
    told,
    notify,
    lanes,
    round,
    id,
    acting,
    manage,
    open: () => engine.findOpen(gateKey),
    lane: async () => (await lanes.keeper.list({})).items[0],
    /** Arms it, changes what it holds, and gives the request about it. */
    async held(version = 'v2') {
      await manage('arm');
      control.setImage(version);
      await round.look();
      return (await engine.findOpen(gateKey))!;
    },
    async vote(name: string, decision: 'approve' | 'reject' = 'approve') {
      const request = (await engine.findOpen(gateKey))!;
      return engine.vote(voteOn({ request }, name, { decision }));
    },
    async settled(requestId: string, rounds?: number) {
      await settle({ ...approvals, clock }, rounds);
      return engine.get(requestId);
    },
  };
}

/** Of {@link LANE}: its policy, the workload that it places and its clusters, in a database that may be migrated. */
export async function seedLane(knex: Knex): Promise<Environments> {
  const { environments } = await openViewsWorld(knex, {
    clusters: [
      { name: 'member1', labels: { stage: 'prod' } },
      { name: 'member2' },
    ],
    policies: [
      {
        type: 'policy',
        key: LANE.policyKey,
        kind: 'Policy',
        namespace: 'default',
        name: 'shop',
        policyId: 'p1',
        role: 'placement',
        deleting: false,
        native: {},
      },
    ],
    workloads: [
      {
        name: 'shop',
        policyId: 'p1',
        progressDeadlineSeconds: 60,
        placed: { targets: [{ cluster: 'member1' }, { cluster: 'member2' }] },
      },
    ],
  });
  const { id: workloadId } = await knex('inventory_workload').first('id');
  await knex('entity_match').insert({
    entity_ref: 'component:default/shop',
    workload_id: workloadId,
    rule: 'test',
    confirmed: true,
    reason: JSON.stringify(sentence('test.match')),
  });
  return environments;
}

export type HeldWorld = Awaited<ReturnType<typeof heldWorld>>;
