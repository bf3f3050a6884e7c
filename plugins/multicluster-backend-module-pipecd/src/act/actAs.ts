import {
  ActionResult,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Caller,
  IdentityTemplate,
  mapPerson,
  UnmappedCallerError,
} from '@fairway/backstage-plugin-multicluster-node';
import { ProjectClient } from '../ProjectClient';
import { Acting } from './Acting';
import { outcome } from './outcome';

/** As whom a call is made with a session, or why it is not. @internal */
export type ActAs =
  | { acting: Acting & { user: string } }
  | { refusal: ActionResult };

/** A comma would make one approver two, and blanks around a name are cut off when PipeCD's lists are read. */
const UNFIT = /,|^\s|\s$|^$|\p{Cc}/u;

/**
 * As whom PipeCD is asked: as the person with a signing key, as the one account with a static login.
 *
 * @param missing - why it cannot be done at all without a session
 * @internal
 */
export function actAs(
  client: ProjectClient,
  caller: Caller,
  identity: IdentityTemplate,
  missing: Sentence,
): ActAs {
  const { sessions } = client;
  if (!sessions) {
    const refusal = outcome.refused(
      { mode: 'deep-link' },
      'unsupported',
      missing,
    );
    return { refusal };
  }
  if (sessions.mode === 'signing-key' && !sessions.actsAsPerson) {
    const refusal = outcome.refused(
      { mode: 'deep-link' },
      'unsupported',
      sentence('pipecd.needsImpersonation'),
    );
    return { refusal };
  }
  if (sessions.mode === 'static') {
    return { acting: { mode: 'service', user: sessions.username ?? '' } };
  }
  try {
    const user = mapPerson(caller, identity);
    return UNFIT.test(user)
      ? unmapped(sentence('pipecd.act.nameUnfit'))
      : { acting: { mode: 'impersonated', user } };
  } catch (error) {
    if (error instanceof UnmappedCallerError) {
      return unmapped(error.sentence);
    }
    throw error;
  }
}

function unmapped(reason: Sentence): ActAs {
  const mode = 'impersonated';
  return {
    refusal: outcome.refused({ mode }, 'needs-user-credential', reason),
  };
}
