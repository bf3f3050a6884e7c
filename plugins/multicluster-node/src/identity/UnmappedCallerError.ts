import { NotAllowedError } from '@backstage/errors';
import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** A person whom the configured mapping gives no name in a system. Its message is for them to read. @public */
export class UnmappedCallerError extends NotAllowedError {
  /** Without a value for a placeholder. */
  static create(): UnmappedCallerError {
    return new UnmappedCallerError(sentence('detail.unmapped'));
  }

  /** Of a namespace of the catalog that the mapping does not tell apart from another. */
  static ofNamespace(namespace: string): UnmappedCallerError {
    return new UnmappedCallerError(
      sentence('detail.unmappedNamespace', { namespace }),
    );
  }

  readonly sentence: Sentence;

  private constructor(reason: Sentence) {
    super(reason.text);
    this.sentence = reason;
  }
}
