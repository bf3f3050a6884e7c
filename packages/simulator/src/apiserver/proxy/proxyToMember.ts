import { setTimeout as wait } from 'node:timers/promises';
import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { StatusError } from '../StatusError';

/** Under this name the proxy signs in at members; it may impersonate there whom unified-auth has granted. */
export const IMPERSONATOR = {
  username: 'system:serviceaccount:karmada-cluster:karmada-impersonator',
  groups: [
    'system:serviceaccounts',
    'system:serviceaccounts:karmada-cluster',
    'system:authenticated',
  ],
};

/** Every server adds these by itself: they are never impersonated. */
const IMPLIED = ['system:authenticated', 'system:unauthenticated'];

/**
 * `…/clusters/{name}/proxy/{path}`: hands the request to the member, as the impersonator speaking for the caller. The
 * member then decides three things of its own: whether that user, whether those groups, whether that request.
 */
export async function proxyToMember(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): Promise<void> {
  const cluster = context.store.get(target.type, '', target.name);
  if (!cluster) {
    throw failures.notFound(target.type, target.name);
  }
  const route = context.memberRoute(target.name);
  if (route?.delayMs) {
    await wait(route.delayMs, undefined, { ref: false });
  }
  if (route?.state === 'hung') {
    return;
  }
  if (!route?.server || route.state === 'unreachable') {
    const address = route?.address ?? '127.0.0.1:6443';
    // The aggregated server has no better word for it than the error of its dialer.
    throw new StatusError(
      500,
      '',
      `dial tcp ${address}: connect: connection refused`,
    );
  }
  const { user } = exchange;
  const headers = { ...exchange.headers };
  delete headers.authorization;
  headers['impersonate-user'] = user.username;
  // Passed as one value for each group: the member must not take "a, b" for a group of that name.
  const groups = user.groups.filter(group => !IMPLIED.includes(group));
  const forwarded = Exchange.create({
    request: exchange.request,
    response: exchange.response,
    url: `/${target.rest}${exchange.search}`,
    headers,
    hops: exchange.hops + 1,
    rawHeaders: { 'impersonate-group': groups },
  });
  await route.server.handle(forwarded, IMPERSONATOR);
}
