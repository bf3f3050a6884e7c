import {
  ActionCode,
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { KubernetesError } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** What a failed write is told with. Codes of sentences. @internal */
export interface WriteFailureWords {
  stale: string;
  gone: string;
  /** Parameters of those two. */
  params?: Record<string, string>;
}

/**
 * What came of a write that the control plane did not answer with a success.
 *
 * @remarks
 * A write carries the resourceVersion it was decided on, so that sending it twice does no harm: the second is a conflict. Still
 * one without an answer is `ambiguous`, because the first may have been taken.
 *
 * @param options - `sent`: false while only reading came before it
 * @internal
 */
export function writeFailure(
  error: unknown,
  actedAs: ActionResult['actedAs'],
  options: { sent: boolean; words: WriteFailureWords },
): ActionResult {
  const { sent, words } = options;
  const refused = (code: ActionCode, said: string, params = {}) => ({
    outcome: 'refused' as const,
    code,
    sentence: sentence(said, { ...words.params, ...params }),
    actedAs,
    retryable: false,
  });
  const { status, statusMessage, code } =
    error instanceof KubernetesError ? error : ({} as Partial<KubernetesError>);
  const detail = statusMessage ?? code ?? 'no answer';
  if (sent && status === undefined && code !== 'tls') {
    return {
      outcome: 'ambiguous',
      code: 'upstream-unavailable',
      sentence: sentence('lane.ambiguous'),
      actedAs,
      retryable: true,
    };
  }
  switch (status) {
    case 409: {
      const managers = managersIn(detail);
      return managers
        ? refused('conflict', 'lane.managedElsewhere', { managers })
        : refused('conflict', words.stale);
    }
    case 404:
      return refused('not-found', words.gone);
    case 401:
      return refused('not-authenticated', 'lane.refused', { detail });
    case 403:
      return forbidden(detail, actedAs.nativeId, refused);
    case 400:
    case 422:
      return refused('invalid-input', 'lane.refused', { detail });
    default:
      return {
        outcome: 'failed',
        code: status === 429 ? 'rate-limited' : 'upstream-unavailable',
        sentence: sentence('lane.unavailable', { detail }),
        actedAs,
        retryable: true,
      };
  }
}

/** `Apply failed with 1 conflict: conflict with "gitops": .spec.suspension.dispatching`. */
function managersIn(message: string): string | undefined {
  const names = [...message.matchAll(/conflicts? with "([^"]{1,200})"/g)];
  return names.length > 0
    ? [...new Set(names.map(([, name]) => name))].join(', ')
    : undefined;
}

function forbidden(
  detail: string,
  /** As whom it was sent; absent: as the portal. */
  name: string | undefined,
  refused: (code: ActionCode, said: string, params: object) => ActionResult,
): ActionResult {
  if (/^admission webhook/.test(detail)) {
    return refused('conflict', 'lane.refused', { detail });
  }
  if (/cannot impersonate/.test(detail)) {
    return refused('not-permitted', 'lane.forbidden.portal', { detail });
  }
  return name
    ? refused('not-permitted', 'lane.forbidden.person', { name, detail })
    : refused('not-permitted', 'lane.forbidden', { detail });
}
