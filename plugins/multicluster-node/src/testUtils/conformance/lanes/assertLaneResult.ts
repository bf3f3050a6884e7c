import assert from 'node:assert/strict';
import { ActionResult } from '@fairway/backstage-plugin-multicluster-common';
import { assertSentence } from '../assertSentence';

/** A result says what a reader of it needs, and can be shown. @internal */
export function assertLaneResult(result: ActionResult): void {
  const { outcome, code, sentence, actedAs } = result;
  assert.ok(actedAs?.mode, 'it does not say as whom it acted');
  assert.equal(typeof result.retryable, 'boolean');
  if (outcome === 'refused' || outcome === 'failed') {
    assert.ok(code, `${outcome} without a code`);
    assert.ok(sentence, `${outcome} without a sentence`);
  }
  if (sentence) {
    assertSentence(sentence);
  }
}
