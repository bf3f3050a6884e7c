import { statSync, readFileSync } from 'node:fs';
import {
  ChannelCredentials,
  Client,
  credentials,
  Metadata,
  ServiceError,
} from '@grpc/grpc-js';
import { Method } from './protocol';

/** How a control plane is connected to. @internal */
export interface TlsSettings {
  mode: 'system' | 'ca' | 'plain';
  caFile?: string;
}

/** One call over a {@link GrpcChannel}. @internal */
export interface GrpcCall {
  method: Method;
  request: object;
  metadata: Metadata;
  deadlineMs: number;
  signal: AbortSignal;
}

/** Answers larger than this are refused. The library's own 4 MB are less than a list of applications may have. */
const LARGEST = 16 * 1024 * 1024;
/** How often the file of an authority is looked at. */
const LOOK_EVERY_MS = 1000;

/**
 * A connection to one address, made when first needed and made anew when the file of the authority changes.
 *
 * @internal
 */
export class GrpcChannel {
  static create(address: string, tls: TlsSettings): GrpcChannel {
    return new GrpcChannel(address, tls);
  }

  readonly #address: string;
  readonly #tls: TlsSettings;
  #client?: Client;
  #fingerprint = '';
  #lookedAt = -Infinity;

  private constructor(address: string, tls: TlsSettings) {
    this.#address = address;
    this.#tls = tls;
  }

  /** Rejects with the error of the library, or with the reason of the signal. */
  async unary(call: GrpcCall): Promise<object> {
    const { method, request, metadata, deadlineMs, signal } = call;
    signal.throwIfAborted();
    const client = this.#connected();
    return await new Promise((resolve, reject) => {
      const done = (error: ServiceError | null, answer?: object) => {
        signal.removeEventListener('abort', cancel);
        if (signal.aborted) {
          reject(signal.reason);
        } else if (error) {
          reject(error);
        } else {
          resolve(answer ?? {});
        }
      };
      const sent = client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        metadata,
        { deadline: Date.now() + deadlineMs },
        done,
      );
      function cancel() {
        sent.cancel();
      }
      signal.addEventListener('abort', cancel, { once: true });
    });
  }

  close(): void {
    this.#client?.close();
    this.#client = undefined;
  }

  #connected(): Client {
    const now = performance.now();
    if (this.#tls.caFile && now - this.#lookedAt > LOOK_EVERY_MS) {
      this.#lookedAt = now;
      const seen = fingerprint(this.#tls.caFile);
      if (seen !== this.#fingerprint && seen !== 'absent') {
        this.#fingerprint = seen;
        // Calls on the way end on the connection they began on.
        this.close();
      }
    }
    this.#client ??= new Client(this.#address, channelCredentials(this.#tls), {
      'grpc.max_receive_message_length': LARGEST,
      // A request that a control plane did not survive must not be sent again by the library.
      'grpc.enable_retries': 0,
      'grpc.keepalive_time_ms': 60_000,
      'grpc.keepalive_timeout_ms': 10_000,
    });
    return this.#client;
  }
}

function channelCredentials(tls: TlsSettings): ChannelCredentials {
  if (tls.mode === 'plain') {
    return credentials.createInsecure();
  }
  return credentials.createSsl(
    tls.mode === 'ca' && tls.caFile ? readFileSync(tls.caFile) : null,
  );
}

function fingerprint(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.ino}:${stats.size}:${stats.mtimeMs}` : 'absent';
}
