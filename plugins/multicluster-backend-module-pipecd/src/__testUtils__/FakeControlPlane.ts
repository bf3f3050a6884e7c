import {
  Metadata,
  sendUnaryData,
  Server,
  ServerCredentials,
  ServerUnaryCall,
  ServiceDefinition,
  status,
} from '@grpc/grpc-js';
import { protocol, ServiceName } from '../wire/protocol';
import { Front } from './Front';

/** An answer, or how a call is refused. */
export type FakeAnswer =
  | { response: object }
  | { error: { code: number; details: string } }
  /** Never answers. */
  | 'hang'
  /** Cuts the connection, as a process that ends does. */
  | 'drop';

/** One call that a {@link FakeControlPlane} took. */
export interface FakeCall {
  service: ServiceName;
  name: string;
  request: Record<string, unknown>;
  metadata: Record<string, unknown>;
  /** What was on the wire. */
  bytes: Buffer;
}

type Handler = (call: FakeCall) => FakeAnswer | Promise<FakeAnswer>;

/** Both services of a control plane, answering as a test says; what has no answer is Unimplemented. */
export class FakeControlPlane {
  static async start(credentials?: ServerCredentials) {
    const fake = new FakeControlPlane();
    await fake.listen(credentials);
    return fake;
  }

  readonly calls: FakeCall[] = [];
  address = '';
  /** How many calls were answered at once, at most. */
  mostAtOnce = 0;
  #atOnce = 0;
  #server = new Server();
  #front?: Front;
  readonly #handlers = new Map<string, Handler>();

  private constructor() {}

  on(service: ServiceName, name: string, answer: FakeAnswer | Handler): this {
    const handler = typeof answer === 'function' ? answer : () => answer;
    this.#handlers.set(`${service}/${name}`, handler);
    return this;
  }

  named(name: string): FakeCall[] {
    return this.calls.filter(call => call.name === name);
  }

  async listen(
    credentials: ServerCredentials = ServerCredentials.createInsecure(),
  ): Promise<void> {
    this.#server = new Server();
    for (const service of ['api', 'web'] as const) {
      this.#serve(service);
    }
    const port = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync('127.0.0.1:0', credentials, (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    this.#front = await Front.before(`127.0.0.1:${port}`);
    this.address = this.#front.address;
  }

  close(): void {
    void this.#front?.cut();
    this.#server.forceShutdown();
  }

  /** Cuts every connection, as a process that ends does. */
  drop(): void {
    this.#front?.drop();
  }

  #serve(service: ServiceName): void {
    const definition: Record<string, ServiceDefinition[string]> = {};
    const implementation: Record<
      string,
      (
        call: ServerUnaryCall<Buffer, object>,
        done: sendUnaryData<object>,
      ) => void
    > = {};
    for (const [name, method] of Object.entries(protocol(service))) {
      definition[name] = {
        ...method,
        requestDeserialize: (bytes: Buffer) => bytes,
      };
      implementation[name] = (call, done) => {
        const taken: FakeCall = {
          service,
          name,
          request: method.requestDeserialize(
            call.request,
          ) as FakeCall['request'],
          metadata: (call.metadata as Metadata).getMap(),
          bytes: call.request,
        };
        this.calls.push(taken);
        void this.#answer(taken, done);
      };
    }
    this.#server.addService(definition, implementation);
  }

  async #answer(call: FakeCall, done: sendUnaryData<object>): Promise<void> {
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    const handler = this.#handlers.get(`${call.service}/${call.name}`);
    const answer: FakeAnswer = handler
      ? await handler(call)
      : {
          error: {
            code: status.UNIMPLEMENTED,
            details: `unknown method ${call.name}`,
          },
        };
    this.#atOnce -= 1;
    if (answer === 'drop') {
      this.drop();
    } else if (answer !== 'hang') {
      if ('error' in answer) {
        done(answer.error);
      } else {
        done(null, answer.response);
      }
    }
  }
}
