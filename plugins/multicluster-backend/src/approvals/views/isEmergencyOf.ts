import { isEmergency } from '../engine/isEmergency';
import { JudgedRequest } from './JudgedRequest';
import { ViewerFacts } from './ViewerFacts';

/** Whether it was the viewer who decided it past the rules, and may take it back without a vote. */
export function isEmergencyOf(
  request: Pick<JudgedRequest, 'decision' | 'breakGlass'>,
  { by }: Pick<ViewerFacts, 'by'>,
): boolean {
  return isEmergency(request) && request.breakGlass.by === by.userEntityRef;
}
