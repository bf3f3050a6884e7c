import {
  QuorumProgress,
  VoterSet,
} from '@fairway/backstage-plugin-multicluster-common';

/** Votes that a rule still wants of a set of people. @internal */
export interface MissingVotes {
  count: number;
  of: VoterSet;
  /** One of several such; meeting one of them is enough. */
  optional: boolean;
}

/**
 * What a rule still wants, in its order. Nothing once it is met: the parts of "one of these" that were not needed are not
 * missing.
 *
 * @internal
 */
export function missingVotes(
  progress: QuorumProgress,
  optional = false,
): MissingVotes[] {
  if (progress.met) {
    return [];
  }
  const { rule } = progress;
  if (rule.kind === 'atLeast') {
    const count = rule.needed - rule.counted.length;
    return count > 0 ? [{ count, of: rule.of, optional }] : [];
  }
  const anyOf = optional || rule.kind === 'any';
  return rule.parts.flatMap(part => missingVotes(part, anyOf));
}
