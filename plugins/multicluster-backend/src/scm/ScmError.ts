/** Why a host did not tell commits. The message is for nobody: neither address nor credential is in it. */
export class ScmError extends Error {
  readonly kind:
    | 'no-credential'
    | 'unreadable'
    | 'limited'
    | 'unreachable'
    | 'unclear';
  /** Status of the answer, where there was one. */
  readonly status?: number;

  constructor(kind: ScmError['kind'], status?: number) {
    super(kind);
    this.name = 'ScmError';
    this.kind = kind;
    this.status = status;
  }
}
