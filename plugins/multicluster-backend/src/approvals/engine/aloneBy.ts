import { RequestRecord } from '../model/RequestRecord';

/**
 * On whom alone an approval rests: who went past the rules, or who brought back on call what a lane had. Undefined: it rests on votes,
 * as a refusal does that took one of those back, although they stay on record.
 */
export function aloneBy({
  decision,
  breakGlass,
  detail,
}: Pick<RequestRecord, 'decision' | 'breakGlass' | 'detail'>):
  | string
  | undefined {
  return decision === 'approve' ? breakGlass?.by ?? detail.exemptBy : undefined;
}
