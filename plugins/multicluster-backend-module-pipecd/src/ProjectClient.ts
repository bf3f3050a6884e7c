import { status } from '@grpc/grpc-js';
import { ApiKey } from './session/ApiKey';
import { SecretText } from './session/SecretText';
import { WebSessions } from './session/WebSessions';
import { CallOptions, ControlPlane } from './wire/ControlPlane';
import { PipecdError } from './wire/PipecdError';
import { ApiCalls, WebCalls } from './wire/requests';

/**
 * Calls in the name of one project: with its web session where there is one, which costs the control plane least, else with
 * its API key. A credential that is refused is renewed and tried once more.
 *
 * @internal
 */
export class ProjectClient {
  static create(options: {
    controlPlane: ControlPlane;
    project: string;
    apiKey?: SecretText;
    web?: WebSessions;
  }): ProjectClient {
    return new ProjectClient(options);
  }

  readonly project: string;
  readonly sessions?: WebSessions;
  readonly #controlPlane: ControlPlane;
  readonly #apiKey?: SecretText;

  private constructor(options: {
    controlPlane: ControlPlane;
    project: string;
    apiKey?: SecretText;
    web?: WebSessions;
  }) {
    this.#controlPlane = options.controlPlane;
    this.project = options.project;
    this.#apiKey = options.apiKey;
    this.sessions = options.web;
  }

  get hasApiKey(): boolean {
    return this.#apiKey !== undefined;
  }

  /** Values that must never be shown, of credentials that are used now. */
  get secrets(): string[] {
    const { secrets = [] } = this.sessions ?? {};
    return this.#apiKey ? [this.#apiKey.text, ...secrets] : secrets;
  }

  /** @throws PipecdError, or the reason of the signal */
  async api<K extends keyof ApiCalls>(
    name: K,
    request: ApiCalls[K]['request'],
    options: CallOptions,
  ): Promise<ApiCalls[K]['response']> {
    const call = async () =>
      await this.#controlPlane.api(name, request, this.#key(name), options);
    try {
      return await call();
    } catch (error) {
      if (isRefusal(error) && this.#apiKey?.renew()) {
        return await call();
      }
      throw error;
    }
  }

  /** Reads with the session for reading. @throws PipecdError, or the reason of the signal */
  async web<K extends keyof WebCalls>(
    name: K,
    request: WebCalls[K]['request'],
    options: CallOptions,
  ): Promise<WebCalls[K]['response']> {
    return await this.#withSession(name, request, options);
  }

  /** Calls in the name of a person. @throws PipecdError, or the reason of the signal */
  async webAs<K extends keyof WebCalls>(
    user: string,
    name: K,
    request: WebCalls[K]['request'],
    options: CallOptions,
  ): Promise<WebCalls[K]['response']> {
    return await this.#withSession(name, request, options, user);
  }

  async #withSession<K extends keyof WebCalls>(
    name: K,
    request: WebCalls[K]['request'],
    options: CallOptions,
    user?: string,
  ): Promise<WebCalls[K]['response']> {
    const { sessions } = this;
    if (!sessions) {
      throw withoutCredential(name);
    }
    const next = async () =>
      user === undefined
        ? await sessions.reading(options.signal)
        : await sessions.acting(user, options.signal);
    const session = await next();
    try {
      return await this.#controlPlane.web(name, request, session, options);
    } catch (error) {
      if (!isRefusal(error)) {
        throw error;
      }
      sessions.refused(session);
      return await this.#controlPlane.web(name, request, await next(), options);
    }
  }

  #key(call: string): ApiKey {
    const key = ApiKey.of(this.#apiKey?.text ?? '');
    if (!key) {
      throw withoutCredential(call);
    }
    return key;
  }
}

/** The credential was not accepted, so that nothing was done. */
function isRefusal(error: unknown): boolean {
  return error instanceof PipecdError && error.grpc === status.UNAUTHENTICATED;
}

function withoutCredential(call: string): PipecdError {
  return PipecdError.create({
    grpc: status.UNAUTHENTICATED,
    problem: 'unauthenticated',
    details: 'there is no credential for this',
    call,
    sent: false,
  });
}
