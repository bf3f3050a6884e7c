import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';

/** The tool gave no answer that can be used. Carries nothing of the request: its headers hold the token. @internal */
export class SampleToolError extends Error {
  readonly code: ProblemCode | 'not-found';

  constructor(code: ProblemCode | 'not-found', message: string) {
    super(message);
    this.name = 'SampleToolError';
    this.code = code;
  }
}
