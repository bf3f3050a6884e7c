import { Metadata, status } from '@grpc/grpc-js';
import { RequestLimiter } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { ApiKey } from '../session/ApiKey';
import { Session } from '../session/Session';
import { GrpcChannel, TlsSettings } from './GrpcChannel';
import { protocol, ServiceName } from './protocol';
import { ApiCalls, WebCalls } from './requests';
import { toPipecdError } from './toPipecdError';

/** How long a call may take, and what ends it. @internal */
export interface CallOptions {
  deadlineMs?: number;
  signal: AbortSignal;
}

/** How to reach a control plane. @internal */
export interface ControlPlaneAddress {
  address: string;
  /** Of the web service, where it is another. */
  webAddress?: string;
  tls: TlsSettings;
}

/** Of a call for which nobody gave one. */
const DEADLINE_MS = 10_000;
/** An API key costs the control plane 60 ms of a core for each call. */
const IN_FLIGHT = 4;

/**
 * The way into one PipeCD control plane, shared by its projects: at most four calls at once, a deadline on each.
 *
 * @internal
 */
export class ControlPlane {
  /** @param options - `deadlineMs`: of a call for which nobody gives one, in milliseconds */
  static create(
    settings: ControlPlaneAddress,
    options: { deadlineMs?: number } = {},
  ): ControlPlane {
    return new ControlPlane(settings, options.deadlineMs ?? DEADLINE_MS);
  }

  readonly #channels: Record<ServiceName, GrpcChannel>;
  readonly #limiter = RequestLimiter.create({ inFlight: IN_FLIGHT });

  readonly #deadlineMs: number;

  private constructor(
    { address, webAddress, tls }: ControlPlaneAddress,
    deadlineMs: number,
  ) {
    this.#deadlineMs = deadlineMs;
    const api = GrpcChannel.create(address, tls);
    const apart = webAddress !== undefined && webAddress !== address;
    this.#channels = {
      api,
      web: apart ? GrpcChannel.create(webAddress, tls) : api,
    };
  }

  /** @throws PipecdError, or the reason of the signal */
  async api<K extends keyof ApiCalls>(
    name: K,
    request: ApiCalls[K]['request'],
    key: ApiKey,
    options: CallOptions,
  ): Promise<ApiCalls[K]['response']> {
    const metadata = new Metadata();
    metadata.set('authorization', key.authorization);
    const secrets = [key.secret];
    return (await this.#call(
      { service: 'api', name, request, metadata, secrets },
      options,
    )) as ApiCalls[K]['response'];
  }

  /** @throws PipecdError, or the reason of the signal */
  async web<K extends keyof WebCalls>(
    name: K,
    request: WebCalls[K]['request'],
    session: Session,
    options: CallOptions,
  ): Promise<WebCalls[K]['response']> {
    const metadata = new Metadata();
    metadata.set('cookie', session.cookie);
    const secrets = [session.secret];
    return (await this.#call(
      { service: 'web', name, request, metadata, secrets },
      options,
    )) as WebCalls[K]['response'];
  }

  /** Ends the connections. They are made again when needed. */
  close(): void {
    this.#channels.api.close();
    this.#channels.web.close();
  }

  async #call(
    call: {
      service: ServiceName;
      name: string;
      request: object;
      metadata: Metadata;
      secrets: string[];
    },
    { deadlineMs = this.#deadlineMs, signal }: CallOptions,
  ): Promise<object> {
    const { service, name, request, metadata, secrets } = call;
    const until = performance.now() + deadlineMs;
    const waiting = AbortSignal.timeout(Math.ceil(deadlineMs));
    const either = AbortSignal.any([signal, waiting]);
    const release = await this.#limiter.acquire(either).catch(() => {
      signal.throwIfAborted();
      throw toPipecdError({ code: status.DEADLINE_EXCEEDED }, name, [], false);
    });
    try {
      return await this.#channels[service].unary({
        method: protocol(service)[name],
        request,
        metadata,
        deadlineMs: Math.max(1, until - performance.now()),
        signal,
      });
    } catch (error) {
      if (signal.aborted) {
        throw signal.reason;
      }
      throw toPipecdError(error as Error, name, secrets);
    } finally {
      release();
    }
  }
}
