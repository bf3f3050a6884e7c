import { status } from '@grpc/grpc-js';
import { CustomErrorBase } from '@backstage/errors';
import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';

/**
 * An answer of a control plane that is none. Neither its message nor `details` holds a credential.
 *
 * @internal
 */
export class PipecdError extends CustomErrorBase {
  /**
   * @param options - `grpc`: number of the gRPC status; `details`: what the control plane said, redacted; `call`: which
   * method; `sent`: false when the request certainly never left
   */
  static create(options: {
    grpc: number;
    problem: ProblemCode;
    details: string;
    call: string;
    sent: boolean;
  }): PipecdError {
    return new PipecdError(options);
  }

  name = 'PipecdError';
  /** Number of the gRPC status. */
  readonly grpc: number;
  readonly problem: ProblemCode;
  /** In the words of the control plane: text, redacted. */
  readonly details: string;
  readonly call: string;
  /** False: the request certainly never left. */
  readonly sent: boolean;

  private constructor(options: {
    grpc: number;
    problem: ProblemCode;
    details: string;
    call: string;
    sent: boolean;
  }) {
    const { grpc, problem, details, call, sent } = options;
    super(`PipeCD ${call}: ${problem} (${status[grpc] ?? grpc}) ${details}`);
    this.grpc = grpc;
    this.problem = problem;
    this.details = details;
    this.call = call;
    this.sent = sent;
  }
}
