import type { Commit } from '../model/messages';

/** The version that a commit of the demo brings: the one that its message names. */
export function versionOf({ message }: Pick<Commit, 'message'>): string {
  return /v\d+\.\d+\.\d+[\w-]*/.exec(message)?.[0] ?? 'v1.0.0';
}
