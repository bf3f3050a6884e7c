import { RequestSnapshot } from '../engine/ApprovalEngine';

/** Everybody on whom a decision rests: whose votes count, and who took it past the rules. */
export function votersOf({
  request,
  votes,
}: Pick<RequestSnapshot, 'request' | 'votes'>): string[] {
  const counted = votes
    .filter(
      ({ status, generation }) =>
        status === 'counted' && generation === request.generation,
    )
    .map(({ voter }) => voter);
  return [
    ...new Set([
      ...counted,
      ...(request.breakGlass ? [request.breakGlass.by] : []),
      ...(request.detail.exemptBy ? [request.detail.exemptBy] : []),
    ]),
  ];
}
