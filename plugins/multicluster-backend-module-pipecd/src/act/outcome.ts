import {
  ActionCode,
  ActionResult,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Acting } from './Acting';

/** Results of decisions and actions, each with what follows from it. @internal */
export const outcome = {
  /** PipeCD took it. Whether it has an effect is seen in the deployment, or never. */
  requested: (acting: Acting, commandId: string | undefined): ActionResult => ({
    outcome: 'requested',
    sentence: sentence('pipecd.act.requested'),
    actedAs: actedAs(acting),
    ...(commandId && { providerRef: commandId }),
    retryable: false,
  }),
  /** It was so already. */
  noop: (acting: Acting, said: Sentence): ActionResult => ({
    outcome: 'noop',
    sentence: said,
    actedAs: actedAs(acting),
    retryable: false,
  }),
  /** Nothing was sent, or PipeCD said no. */
  refused: (
    acting: Acting,
    code: ActionCode,
    said: Sentence,
  ): ActionResult => ({
    outcome: 'refused',
    code,
    sentence: said,
    actedAs: actedAs(acting),
    retryable: false,
  }),
  /** It certainly was not taken. */
  failed: (
    acting: Acting,
    code: ActionCode,
    said: Sentence,
    retryable: boolean,
  ): ActionResult => ({
    outcome: 'failed',
    code,
    sentence: said,
    actedAs: actedAs(acting),
    retryable,
  }),
  /** It may have been taken: look before it is repeated. */
  ambiguous: (acting: Acting): ActionResult => ({
    outcome: 'ambiguous',
    code: 'upstream-unavailable',
    sentence: sentence('pipecd.act.ambiguous'),
    actedAs: actedAs(acting),
    retryable: false,
  }),
};

function actedAs({ mode, user }: Acting): ActionResult['actedAs'] {
  return { mode, ...(user !== undefined && { nativeId: user }) };
}
