import {
  ProblemCode,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  KubernetesError,
  Refusal,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/**
 * Tells the four refusals of the cluster proxy apart, and a member that does not answer from a control plane that does
 * not.
 *
 * @remarks
 * The impersonator's refusal and the portal's own begin with the same words; they differ by the user named in them.
 * Kubernetes 1.35 and later words it `cannot impersonate-on:user-info:list`.
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
    return {
      code,
      sentence: sentence(forbidden(detail), { cluster, detail }),
    };
  }
  // Karmada's own aggregated server is down: in plain text, before anything was asked of a member.
  if (code === 'unreachable' && error.status === 503) {
    return { code, sentence: sentence('detail.aggregatedDown', { cluster }) };
  }
  const sentences: Partial<Record<ProblemCode, string>> = {
    timeout: 'detail.timeout',
    unauthenticated: 'detail.unauthenticated',
    unreachable: 'detail.unreachable',
    'not-served': 'detail.notFound',
    'rate-limited': 'detail.rateLimited',
  };
  if (code === 'upstream-error' && isUnreachable(detail, error.status)) {
    return {
      code: 'unreachable',
      sentence: sentence('detail.unreachable', { cluster }),
    };
  }
  const known = sentences[code];
  return {
    code,
    sentence: known
      ? sentence(known, { cluster, detail })
      : sentence('detail.failedWith', { cluster, detail: detail || code }),
  };
}

function forbidden(message: string): string {
  if (/impersonate/.test(message)) {
    return message.includes(
      'system:serviceaccount:karmada-cluster:karmada-impersonator',
    )
      ? 'detail.forbidden.impersonator'
      : 'detail.forbidden.portal';
  }
  return /clusters\.cluster\.karmada\.io|resource "clusters\/proxy"/.test(
    message,
  )
    ? 'detail.forbidden.controlPlane'
    : 'detail.forbidden.member';
}

/** The proxy's own words for a member it cannot reach; a Pull member usually cannot be. */
function isUnreachable(message: string, status: number | undefined): boolean {
  return (
    status === 502 ||
    status === 503 ||
    /error trying to reach|dial tcp|connection refused|no such host|i\/o timeout|EOF/i.test(
      message,
    )
  );
}
