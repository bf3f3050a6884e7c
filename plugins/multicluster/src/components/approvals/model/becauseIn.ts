import {
  AuditEntry,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** Why something was held back, in the payload of an entry of the trail. @internal */
export function becauseIn(
  payload: AuditEntry['payload'],
): Sentence | undefined {
  const because = payload?.because;
  return isSentence(because) ? because : undefined;
}

/** What other versions of the portal wrote may have another shape. */
function isSentence(value: unknown): value is Sentence {
  const { code, text, params } = (value ?? {}) as Partial<Sentence>;
  return (
    typeof code === 'string' &&
    typeof text === 'string' &&
    typeof params === 'object'
  );
}
