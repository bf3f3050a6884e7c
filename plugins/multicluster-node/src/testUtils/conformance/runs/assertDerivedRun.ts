import assert from 'node:assert/strict';
import {
  Gate,
  isRunOver,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun, gatesOf } from '../../../contract';
import { assertSentence } from '../assertSentence';
import { isMoment } from './isMoment';

const statuses = [
  'pending',
  'queued',
  'running',
  'waiting',
  'paused',
  'succeeded',
  'failed',
  'cancelled',
  'skipped',
  'unknown',
];

const gateStates = [
  'upcoming',
  'pending',
  'approved',
  'rejected',
  'expired',
  'orphaned',
  'cancelled',
  'skipped',
  'unknown',
];

/** A derived run is one that the core and the pages can show, whatever it was derived from. @internal */
export function assertDerivedRun(derived: DerivedRun): void {
  assert.ok(statuses.includes(derived.status), `status ${derived.status}`);
  assert.equal(typeof derived.nativeStatus, 'string');
  [derived.sentence, ...derived.notes].forEach(assertSentence);
  assertTimes(derived);
  const ids = derived.stages.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'two stages have one id');
  derived.stages.forEach(stage => assertStage(stage, new Set(ids)));
  const gates = gatesOf(derived);
  const gateIds = gates.map(({ id }) => id);
  assert.equal(new Set(gateIds).size, gates.length, 'two gates have one id');
  gates.forEach(gate => assertGate(gate, derived, new Set(ids)));
  assert.doesNotThrow(() => JSON.stringify(derived));
}

function assertStage(stage: Stage, ids: ReadonlySet<string>): void {
  assert.ok(statuses.includes(stage.status), `stage status ${stage.status}`);
  assert.equal(typeof stage.name, 'string');
  for (const before of stage.requires) {
    assert.ok(ids.has(before), `${stage.id} requires ${before}, not shown`);
    assert.notEqual(before, stage.id, `${stage.id} requires itself`);
  }
  assert.ok(
    stage.parentId === undefined || ids.has(stage.parentId),
    `${stage.id} is a part of ${stage.parentId}, not shown`,
  );
  assertTimes(stage);
  stage.steps.forEach(assertTimes);
  stage.notes.forEach(assertSentence);
}

function assertGate(
  gate: Gate,
  derived: DerivedRun,
  stages: ReadonlySet<string>,
): void {
  assert.ok(gateStates.includes(gate.state), `gate state ${gate.state}`);
  assert.ok(gate.id && gate.version, 'a gate has no id or no version');
  assert.ok(gate.stageId === undefined || stages.has(gate.stageId));
  assertSentence(gate.sentence);
  [gate.openedAt, gate.closedAt, gate.expiresAt].forEach(at =>
    assert.ok(at === undefined || isMoment(at), `${at} is no moment`),
  );
  const { received, n } = gate.quorum;
  assert.ok(Number.isInteger(received) && received >= 0, `${received} of n`);
  assert.ok(n === undefined || (Number.isInteger(n) && n > 0), `k of ${n}`);
  if (gate.actionable) {
    assert.equal(gate.state, 'pending', 'a gate that is closed is actionable');
    assert.ok(!isRunOver(derived.status), 'the run is over');
    assert.notEqual(derived.detail, 'rolling-back');
  }
}

function assertTimes({
  startedAt,
  finishedAt,
}: {
  startedAt?: string;
  finishedAt?: string;
}): void {
  [startedAt, finishedAt].forEach(at =>
    assert.ok(at === undefined || isMoment(at), `${at} is no moment`),
  );
  if (startedAt && finishedAt) {
    assert.ok(
      Date.parse(startedAt) <= Date.parse(finishedAt),
      `it ended ${finishedAt}, before it began ${startedAt}`,
    );
  }
}
