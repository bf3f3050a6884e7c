import {
  ApprovalSubject,
  BlastRadius,
} from '@fairway/backstage-plugin-multicluster-common';
import { useApprovalText } from './useApprovalText';

/** Names up to this many are said, more are counted. */
const FEW = 4;

/** What a decision reaches: clusters, regions, copies, and their share of what is there. @internal */
export function BlastText(props: {
  subject: ApprovalSubject;
  radius: BlastRadius | undefined;
}) {
  const { subject, radius } = props;
  const t = useApprovalText();
  const clusters = radius?.clusters ?? subject.targets ?? [];
  const parts = [
    clusters.length > FEW
      ? t('request.clusters', { count: clusters.length })
      : clusters.join(t('request.comma')),
    radius?.regions.join(t('request.comma')),
    radius && radius.workloads > 1
      ? t('request.workloads', { count: radius.workloads })
      : undefined,
    radius?.replicas === undefined
      ? undefined
      : t('request.replicas', { count: radius.replicas }),
    radius?.capacityShare === undefined
      ? undefined
      : shareText(t, radius.capacityShare),
  ].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(' · ') : t('request.nowhere')}</>;
}

/** A little is not nothing. */
function shareText(
  t: ReturnType<typeof useApprovalText>,
  share: number,
): string {
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0
    ? t('request.capacityLittle')
    : t('request.capacity', { share: String(percent) });
}
