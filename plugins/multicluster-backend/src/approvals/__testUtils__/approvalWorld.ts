import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { appendAudit } from '../audit/appendAudit';
import { AdapterRegistry } from '../delivery/AdapterRegistry';
import { DeliveryTiming } from '../delivery/DeliveryTiming';
import { DeliveryWorker } from '../delivery/DeliveryWorker';
import { DefaultApprovalEngine } from '../engine/DefaultApprovalEngine';
import { RequestSnapshot, VoteCommand } from '../engine/ApprovalEngine';
import { etagOf } from '../engine/etagOf';
import { Failpoint } from '../engine/Failpoint';
import { PeopleFirst } from '../engine/PeopleFirst';
import { PolicyBook } from '../engine/PolicyBook';
import { SourceSight } from '../engine/SourceSight';
import { VoterJudge, VoterJudgeOptions } from '../engine/VoterJudge';
import { ApprovalStore } from '../store/ApprovalStore';
import { FakeDirectory } from './FakeDirectory';
import { ScriptedAdapter } from './ScriptedAdapter';
import { ScriptedTool } from './ScriptedTool';
import { ShiftedClock } from './ShiftedClock';

export interface WorldOptions {
  clock?: ShiftedClock;
  tool?: ScriptedTool;
  directory?: FakeDirectory;
  failpoint?: Failpoint;
  policies?: PolicyBook;
  /** What the platform calls people in sources; absent: nothing. */
  nativeIds?: VoterJudgeOptions['nativeIds'];
  sight?: SourceSight;
  timing?: Partial<DeliveryTiming>;
  people?: PeopleFirst;
  settleMs?: number;
  /** Called after something was written about a request. */
  changed?: (requestId: string) => void;
}

/** A replica with an engine and a worker over a migrated database, a small catalog and a tool that follows a script. */
export function approvalWorld(knex: Knex, options: WorldOptions = {}) {
  const clock = options.clock ?? ShiftedClock.create();
  const tool = options.tool ?? ScriptedTool.create();
  const directory =
    options.directory ??
    FakeDirectory.create({
      ann: ['shop'],
      bob: ['shop'],
      cid: ['shop'],
      rita: ['shop'],
      eve: ['other'],
    });
  const { failpoint, policies, sight, people, changed } = options;
  const store = ApprovalStore.create({ knex, clock, appendAudit, failpoint });
  const judge = VoterJudge.create({
    nativeIds: options.nativeIds ?? (() => []),
    guestCounts: false,
  });
  const adapter = ScriptedAdapter.create(tool, options.settleMs);
  const adapters = AdapterRegistry.create().add('gate', adapter);
  const logger = mockServices.logger.mock();
  const worker = DeliveryWorker.create({
    store,
    directory,
    judge,
    adapters,
    policies,
    logger,
    failpoint,
    people,
    changed,
    timing: { observeMs: 0, pollMs: 20, ...options.timing },
  });
  const engine = DefaultApprovalEngine.create({
    store,
    directory,
    judge,
    planner: adapters,
    policies,
    sight,
    logger,
    failpoint,
    worker,
  });
  return {
    knex,
    clock,
    tool,
    directory,
    store,
    judge,
    adapters,
    worker,
    engine,
    logger,
  };
}

export type ApprovalWorld = ReturnType<typeof approvalWorld>;

/** A vote on what a snapshot shows. */
export function voteOn(
  { request }: Pick<RequestSnapshot, 'request'>,
  name: string,
  more: Partial<VoteCommand> = {},
): VoteCommand {
  return {
    id: request.id,
    by: { userEntityRef: `user:default/${name}` },
    ifMatch: etagOf(request),
    subjectDigest: request.subjectDigest,
    decision: 'approve',
    channel: 'portal',
    ...more,
  };
}
