/** How a call ends that does not answer: a gRPC code and what is said. */
export class RpcError extends Error {
  readonly code: number;

  constructor(code: number, details: string) {
    super(details);
    this.code = code;
  }
}
