import {
  ApprovalCode,
  breakGlassReasonLength,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';

/**
 * What keeps somebody who has the permission from deciding past the rules: the policy does not offer it, the reason says nothing,
 * or the ticket is none. Longer tickets than any system has are refused before the expression of the policy sees them.
 */
export function breakGlassRefusal(
  { breakGlass }: Pick<ApprovalPolicy, 'breakGlass'>,
  given: { reason: string; ticket?: string },
): ApprovalCode | undefined {
  if (!breakGlass) {
    return 'NOT_PERMITTED';
  }
  if (given.reason.trim().length < breakGlassReasonLength) {
    return 'REASON_REQUIRED';
  }
  const { ticket = '' } = given;
  const forms = [breakGlass.ticket ?? [], breakGlass.alsoTickets ?? []].flat();
  return forms.length > 0 &&
    (ticket.length > 100 ||
      forms.some(form => !new RegExp(`^(?:${form})$`).test(ticket)))
    ? 'TICKET_REQUIRED'
    : undefined;
}
