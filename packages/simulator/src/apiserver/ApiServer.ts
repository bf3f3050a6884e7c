import { setTimeout as wait } from 'node:timers/promises';
import { ApiServerContext } from './ApiServerContext';
import { authorizeTarget } from './auth/authorizeTarget';
import { Authenticator } from './auth/Authenticator';
import { impersonate } from './auth/impersonate';
import { UserInfo } from './auth/UserInfo';
import { serveOpenApi } from './discovery/serveOpenApi';
import { discover } from './discovery/discover';
import { failures } from './failures';
import { handlerFor } from './http/handlerFor';
import { isServedGroup } from './http/isServedGroup';
import { Exchange } from './http/Exchange';
import { parseTarget } from './http/parseTarget';
import { serveNonResource } from './http/serveNonResource';
import { strikeRequest } from './http/strikeRequest';
import { Target } from './http/Target';
import { serveReview } from './reviews/serveReview';
import { StatusError } from './StatusError';

/**
 * A Kubernetes API server without its listener: it takes requests from a TLS socket (startApiServer), or from another
 * server's proxy in the same process.
 */
export class ApiServer {
  readonly context: ApiServerContext;
  readonly authenticator: Authenticator;
  /** Set while the server starts: every request is refused as a real one refuses then. */
  starting: 'paths' | 'storage' | undefined;

  private constructor(context: ApiServerContext, authenticator: Authenticator) {
    this.context = context;
    this.authenticator = authenticator;
  }

  static create(
    context: ApiServerContext,
    authenticator: Authenticator,
  ): ApiServer {
    return new ApiServer(context, authenticator);
  }

  /** Answers a request. `as` names a caller whose identity is already established by the server in front. */
  async handle(exchange: Exchange, as?: UserInfo): Promise<void> {
    try {
      await this.#answer(exchange, as);
    } catch (error) {
      await this.#refuse(exchange, error);
    }
  }

  async #answer(exchange: Exchange, as?: UserInfo): Promise<void> {
    if (this.starting === 'paths') {
      throw failures.serviceUnavailable(
        'the request has been made before all known HTTP paths have been installed, please try again',
      );
    }
    const { context } = this;
    const target = parseTarget(exchange, context.store.types);
    exchange.user = as ?? this.authenticator.authenticate(exchange.headers);
    exchange.user = impersonate(context, exchange, target);
    if (await this.#struck(exchange, target)) {
      return;
    }
    if (!target) {
      await this.#answerOther(exchange);
      return;
    }
    authorizeTarget(context, exchange.user, target);
    if (this.starting === 'storage') {
      throw failures.storageInitializing();
    }
    if (this.#isBehindTheFront(exchange, target)) {
      return;
    }
    const handler = handlerFor(target);
    await handler(context, exchange, target);
  }

  async #struck(exchange: Exchange, target?: Target): Promise<boolean> {
    const { faults, name } = this.context;
    const actions = target
      ? faults.strike({ server: name, target, user: exchange.user.username })
      : [];
    return strikeRequest(actions, exchange);
  }

  /** An aggregated group is served by another process: one hop more, or nobody there. Returns true when answered. */
  #isBehindTheFront(exchange: Exchange, { type }: Target): boolean {
    if (type.served !== 'aggregated') {
      return false;
    }
    if (this.context.isDown(type.group)) {
      exchange.text(
        503,
        'error trying to reach service: dial tcp 127.0.0.1:7443: connect: connection refused\n',
      );
      return true;
    }
    exchange.hops += 1;
    return false;
  }

  async #answerOther(exchange: Exchange): Promise<void> {
    if (
      (await serveNonResource(this.context, exchange)) ||
      (await serveReview(this.context, exchange)) ||
      (await serveOpenApi(this.context, exchange)) ||
      (await discover(this.context, exchange))
    ) {
      return;
    }
    if (isServedGroup(exchange.path, this.context.store.types)) {
      throw failures.noSuchResource();
    }
    exchange.text(404, '404 page not found\n');
  }

  async #refuse(exchange: Exchange, error: unknown): Promise<void> {
    const { response } = exchange;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const status =
      error instanceof StatusError
        ? error
        : failures.internal(
            error instanceof Error ? error.message : `${error}`,
          );
    // The next request of the same connection must not find this one's unread body.
    exchange.request.resume();
    await wait(0);
    await exchange.fail(status);
  }
}
