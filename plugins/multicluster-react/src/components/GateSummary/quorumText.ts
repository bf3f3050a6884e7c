import { Quorum } from '@fairway/backstage-plugin-multicluster-common';

/** How far a gate is. @internal */
export type QuorumText =
  | { key: 'ofN'; received: string; n: string }
  | { key: 'received'; count: number };

/**
 * How many decisions there are, of how many where that is known. A tool that counts on past what it asks for is not shown as
 * "2 of 1", nor is a number made up where none is declared.
 *
 * @internal
 */
export function quorumText(quorum: Quorum): QuorumText {
  const { kind, n, received } = quorum;
  const known = kind === 'any' ? n ?? 1 : n;
  return known === undefined || received > known || kind === 'none-declared'
    ? { key: 'received', count: received }
    : { key: 'ofN', received: String(received), n: String(known) };
}
