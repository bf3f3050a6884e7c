import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { useTimeFormat } from '@fairway/backstage-plugin-multicluster-react';
import { Note } from '../../delivery/parts/Note';
import { useActorText } from './useActorText';
import { useApprovalText } from './useApprovalText';

/** Who decided past the rules and why, and whether somebody looked at that since. Nothing of what went by them. @internal */
export function BreakGlassNote(props: {
  request: Pick<ApprovalRequest, 'breakGlass'>;
}) {
  const { breakGlass } = props.request;
  const t = useApprovalText();
  const format = useTimeFormat();
  const actor = useActorText();
  if (!breakGlass) {
    return null;
  }
  const { by, reason, ticket, reviewBy, reviewedBy } = breakGlass;
  const after = reviewedBy
    ? t('request.reviewed', { name: actor(reviewedBy) })
    : reviewBy && t('request.reviewBy', { time: format(reviewBy) });
  return (
    <Note look={{ shape: 'warn', tone: reviewedBy ? 'stale' : 'bad' }}>
      {[t('request.review', { name: actor(by), reason }), ticket, after]
        .filter(Boolean)
        .join(' · ')}
    </Note>
  );
}
