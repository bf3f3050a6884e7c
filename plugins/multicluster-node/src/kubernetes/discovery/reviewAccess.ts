import { apiPath } from '../transport/apiPath';
import { ImpersonatedUser } from '../transport/impersonationHeaders';
import { KubernetesTransport } from '../transport/KubernetesTransport';

/** A right that is needed. @public */
export interface WantedAccess {
  /** Empty for the core group. */
  group: string;
  /** Plural; with a subresource as in `pods/log`. */
  resource: string;
  verbs: string[];
  /** Absent: in all namespaces, or on a cluster-scoped resource. */
  namespace?: string;
  /** Absent: on all objects. */
  name?: string;
}

/**
 * Which of the wanted rights a credential lacks, asked from the server itself (SelfSubjectAccessReview).
 *
 * @param options - `as`: for a user in whose name requests are made
 * @returns what is wanted with the verbs that are lacking, without those of which nothing lacks
 * @throws KubernetesError when the server does not answer the question
 * @public
 */
export async function reviewAccess(
  transport: KubernetesTransport,
  wanted: readonly WantedAccess[],
  options: { as?: ImpersonatedUser; signal?: AbortSignal } = {},
): Promise<WantedAccess[]> {
  const never = new AbortController().signal;
  const reviewed = await Promise.all(
    wanted.map(async access => {
      const verdicts = await Promise.all(
        access.verbs.map(verb =>
          transport.limiter.run(options.signal ?? never, () =>
            isAllowed(transport, access, verb, options),
          ),
        ),
      );
      return {
        ...access,
        verbs: access.verbs.filter((_, index) => !verdicts[index]),
      };
    }),
  );
  return reviewed.filter(({ verbs }) => verbs.length > 0);
}

async function isAllowed(
  transport: KubernetesTransport,
  access: WantedAccess,
  verb: string,
  options: { as?: ImpersonatedUser; signal?: AbortSignal },
): Promise<boolean> {
  const [resource, subresource] = access.resource.split('/', 2);
  const review = await transport.json<{ status?: { allowed?: unknown } }>({
    method: 'POST',
    path: apiPath(
      'apis',
      'authorization.k8s.io',
      'v1',
      'selfsubjectaccessreviews',
    ),
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: {
        resourceAttributes: {
          group: access.group,
          resource,
          subresource,
          verb,
          namespace: access.namespace,
          name: access.name,
        },
      },
    },
    as: options.as,
    signal: options.signal,
  });
  return review?.status?.allowed === true;
}
