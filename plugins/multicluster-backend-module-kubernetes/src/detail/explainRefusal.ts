import {
  ProblemCode,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  KubernetesError,
  Refusal,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** What is said of a failed read; the rest is said with the words of the cluster. */
const sentences: Partial<Record<ProblemCode, string>> = {
  timeout: 'detail.timeout',
  unauthenticated: 'detail.direct.unauthenticated',
  unreachable: 'detail.direct.unreachable',
  tls: 'detail.direct.unreachable',
  'not-served': 'detail.notFound',
  'rate-limited': 'detail.rateLimited',
};

/**
 * Tells a person whom the cluster refuses from a portal that may not speak for them.
 *
 * @internal
 */
export function explainRefusal(error: unknown, cluster: string): Refusal {
  if (!(error instanceof KubernetesError)) {
    return {
      code: 'upstream-error',
      sentence: sentence('detail.failed', { cluster }),
    };
  }
  const { code, statusMessage: detail = '' } = error;
  if (code === 'forbidden') {
    const who = /impersonate/.test(detail)
      ? 'detail.direct.portal'
      : 'detail.forbidden.member';
    return { code, sentence: sentence(who, { cluster, detail }) };
  }
  const known = sentences[code];
  return {
    code,
    sentence: known
      ? sentence(known, { cluster, detail })
      : sentence('detail.failedWith', { cluster, detail: detail || code }),
  };
}
