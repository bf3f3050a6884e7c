import assert from 'node:assert/strict';
import { sentences } from '@fairway/backstage-plugin-multicluster-common';

/** A sentence can be translated, and its English is complete. @internal */
export function assertSentence(sentence: { code: string; text: string }): void {
  const { code, text } = sentence;
  assert.ok(text.trim(), `${code} has no text`);
  assert.ok(!text.includes('{{'), `${code} is not filled in: ${text}`);
  assert.ok(
    code in sentences || `${code}_other` in sentences,
    `${code} is in no table of sentences`,
  );
}
