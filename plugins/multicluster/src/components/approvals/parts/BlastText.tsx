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
      : clusters.join(', '),
    radius?.regions.join(', '),
    radius && radius.workloads > 1
      ? t('request.workloads', { count: radius.workloads })
      : undefined,
    radius?.replicas === undefined
      ? undefined
      : t('request.replicas', { count: radius.replicas }),
    radius?.capacityShare === undefined
      ? undefined
      : t('request.capacity', {
          share: String(Math.round(radius.capacityShare * 100)),
        }),
  ].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(' · ') : '?'}</>;
}
