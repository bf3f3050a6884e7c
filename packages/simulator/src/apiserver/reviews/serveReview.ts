import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { writeRules } from '../store/writeRules';
import { selfSubjectAccessReview } from './selfSubjectAccessReview';
import { selfSubjectRulesReview } from './selfSubjectRulesReview';

interface Review {
  kind: string;
  apiVersion: string;
  spec?: Record<string, any>;
}

/** What callers may ask about themselves; every authenticated user may. Returns false for every other path. */
export async function serveReview(
  context: ApiServerContext,
  exchange: Exchange,
): Promise<boolean> {
  const match =
    /^\/apis\/(authorization|authentication)\.k8s\.io\/v1\/(selfsubject\w+)$/.exec(
      exchange.path,
    );
  if (!match) {
    return false;
  }
  if (exchange.method !== 'POST') {
    throw failures.methodNotAllowed();
  }
  const review = await exchange.jsonBody<Review>();
  const status = statusOf(match[2], context, exchange, review);
  if (!status) {
    return false;
  }
  const { kind, apiVersion, spec } = review;
  await exchange.json(201, {
    kind,
    apiVersion,
    metadata:
      kind === 'SelfSubjectReview'
        ? { creationTimestamp: writeRules.timestamp(context.store.now()) }
        : {},
    ...(spec && { spec }),
    status,
  });
  return true;
}

function statusOf(
  resource: string,
  { authorizer }: ApiServerContext,
  { user }: Exchange,
  { spec }: Review,
): object | undefined {
  switch (resource) {
    case 'selfsubjectaccessreviews':
      return selfSubjectAccessReview(authorizer, user, spec ?? {});
    case 'selfsubjectrulesreviews':
      return selfSubjectRulesReview(authorizer, user, spec?.namespace ?? '');
    case 'selfsubjectreviews': {
      const { username, uid, groups } = user;
      return { userInfo: { username, ...(uid && { uid }), groups } };
    }
    default:
      return undefined;
  }
}
