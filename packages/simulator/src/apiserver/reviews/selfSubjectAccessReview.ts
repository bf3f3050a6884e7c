import { Authorizer } from '../auth/Authorizer';
import { UserInfo } from '../auth/UserInfo';

interface ResourceAttributes {
  namespace?: string;
  verb?: string;
  group?: string;
  resource?: string;
  subresource?: string;
  name?: string;
}

/** Whether the caller may do one thing. Paths that are no resources are open to every authenticated user here. */
export function selfSubjectAccessReview(
  authorizer: Authorizer,
  user: UserInfo,
  spec: { resourceAttributes?: ResourceAttributes },
): object {
  const asked = spec.resourceAttributes;
  const allowed =
    !asked ||
    authorizer.allows(user, {
      verb: asked.verb ?? '',
      group: asked.group ?? '',
      resource: asked.resource ?? '',
      subresource: asked.subresource,
      namespace: asked.namespace,
      name: asked.name,
    });
  return { allowed };
}
