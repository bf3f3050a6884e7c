import assert from 'node:assert/strict';
import {
  ActionResult,
  Gate,
} from '@fairway/backstage-plugin-multicluster-common';
import { DecideRequest, RunFact } from '../../../contract';
import { assertSentence } from '../assertSentence';
import { uniqueName } from '../uniqueName';
import { RunsConformanceContext } from './RunsConformanceContext';
import { RunsPerson, RunsSource } from './RunsHarness';

const outcomes = [
  'applied',
  'requested',
  'noop',
  'refused',
  'ambiguous',
  'failed',
];

/** Approves as a person would through the portal, and checks the form of the answer. @internal */
export async function decide(
  context: RunsConformanceContext,
  source: RunsSource,
  target: { fact: RunFact; gate: Pick<Gate, 'id' | 'version'> },
  options: Partial<DecideRequest> & { as?: RunsPerson } = {},
): Promise<ActionResult> {
  const { as = context.people.approver, ...others } = options;
  const result = await context.gates(source).decide({
    run: target.fact,
    gateId: target.gate.id,
    version: target.gate.version,
    verdict: 'approve',
    caller: as.caller,
    userCredential: as.userCredential,
    idempotencyKey: uniqueName(),
    deadlineMs: 5_000,
    signal: AbortSignal.timeout(context.patienceMs),
    ...others,
  });
  assertResult(context, result);
  return result;
}

/** An answer has the form of the contract and tells no secret. @internal */
export function assertResult(
  context: RunsConformanceContext,
  result: ActionResult,
): void {
  const { outcome, code, sentence, actedAs, retryable } = result;
  assert.ok(outcomes.includes(outcome), `outcome ${outcome}`);
  assert.equal(typeof retryable, 'boolean');
  assert.ok(actedAs.mode, 'it does not say as whom it acted');
  if (outcome === 'refused' || outcome === 'failed') {
    assert.ok(code, `${outcome} without a code`);
    assert.ok(sentence, `${outcome} without a sentence`);
  }
  if (sentence) {
    assertSentence(sentence);
  }
  const text = JSON.stringify(result);
  const { approver, other } = context.people;
  const secrets = [
    ...context.secrets,
    approver.userCredential,
    other.userCredential,
  ];
  for (const secret of secrets) {
    assert.ok(!secret || !text.includes(secret), 'a secret is in the answer');
  }
}

/** It was refused, for one of these reasons. @internal */
export function assertRefused(result: ActionResult, codes: string[]): void {
  assert.equal(result.outcome, 'refused', JSON.stringify(result));
  assert.ok(codes.includes(result.code ?? ''), `refused with ${result.code}`);
}
