import { Quorum } from '@fairway/backstage-plugin-multicluster-common';

/** How far a gate is. @internal */
export type QuorumText =
  | { key: 'ofN'; received: string; n: string }
  | { key: 'received'; count: number };

/**
 * How many decisions there are, of how many where that is known. A tool that counts on past what it asks for is not shown as
 * "2 of 1", nor is a number made up where none is declared. None of nobody knows how many is nothing to say: the tool may not
 * have been asked, and "0 approvals" would be a guess.
 *
 * @internal
 */
export function quorumText(quorum: Quorum): QuorumText | undefined {
  const { kind, n, received } = quorum;
  const known = kind === 'any' ? n ?? 1 : n;
  if (known !== undefined && received <= known && kind !== 'none-declared') {
    return { key: 'ofN', received: String(received), n: String(known) };
  }
  return received > 0 ? { key: 'received', count: received } : undefined;
}
