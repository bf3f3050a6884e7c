import { RequestRecord } from '../model/RequestRecord';

/**
 * Whether what is decided was decided past the rules, and rests on no vote. A refusal that took it back rests on votes as any other,
 * although that somebody went past the rules stays on record.
 */
export function isEmergency<
  T extends Pick<RequestRecord, 'breakGlass' | 'decision'>,
>(request: T): request is T & Required<Pick<RequestRecord, 'breakGlass'>> {
  return request.breakGlass !== undefined && request.decision === 'approve';
}
