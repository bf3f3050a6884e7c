import {
  QuorumProgress,
  VoterSet,
} from '@fairway/backstage-plugin-multicluster-common';

/** Votes that a rule still wants: of one set of people, or as its parts say. @internal */
export type MissingVotes =
  | { kind: 'votes'; count: number; of: VoterSet }
  | { kind: 'any' | 'all'; parts: MissingVotes[] };

/**
 * What a rule still wants, by the nodes of the rule: told in one row, two ways of which one is enough read like two votes that are
 * both needed. Undefined once it is met: the parts of "one of these" that were not needed are not missing.
 *
 * @internal
 */
export function missingVotes(
  progress: QuorumProgress,
): MissingVotes | undefined {
  if (progress.met) {
    return undefined;
  }
  const { rule } = progress;
  if (rule.kind === 'atLeast') {
    const count = rule.needed - rule.counted.length;
    return count > 0 ? { kind: 'votes', count, of: rule.of } : undefined;
  }
  const { kind } = rule;
  const parts = rule.parts
    .flatMap(part => missingVotes(part) ?? [])
    // A rule within one of its own kind says nothing of its own.
    .flatMap(part => (part.kind === kind ? part.parts : [part]));
  return parts.length > 1 ? { kind, parts } : parts[0];
}
