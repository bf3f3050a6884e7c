import {
  CoverageFoot,
  errorStatus,
  FreshnessDot,
  useLanes,
} from '@fairway/backstage-plugin-multicluster-react';
import { Designed } from '../../fleet/frame/Designed';
import { FailedView } from '../../fleet/frame/FailedView';
import { PageBody } from '../../fleet/frame/PageBody';
import { Panel } from '../../fleet/frame/Panel';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { useApprovalText } from '../parts/useApprovalText';
import { LaneItem } from './LaneItem';
import { LaneLimits } from './LaneLimits';

/** Policies whose dispatch waits for people, most urgent first, with the ways to hold and to let go. */
export function LanesPage() {
  const t = useApprovalText();
  const lanes = useLanes();
  const { data, status, error, refresh } = lanes;
  return (
    <PageBody title={t('lanes.title')}>
      <Panel
        title={t('lanes.title')}
        aside={data && <FreshnessDot view={lanes} />}
      >
        <StaleNotice view={lanes} />
        {!data && status === 'error' && (
          <NotShown error={error} onRetry={refresh} />
        )}
        {!data && status !== 'error' && <SkeletonRows rows={4} />}
        {data?.items.length === 0 && (
          <Designed
            look={{ shape: 'zero', tone: 'stale' }}
            title={t('lanes.noneTitle')}
            text={t('lanes.noneText')}
          />
        )}
        {data?.items.map(lane => (
          <LaneItem key={lane.id} lane={lane} onChange={refresh} />
        ))}
        {data && data.items.length > 0 && <LaneLimits />}
        {data && (
          <CoverageFoot
            coverage={data.coverage}
            read={counts => t('lanes.read', counts)}
          />
        )}
      </Panel>
    </PageBody>
  );
}

/** Without the fleet, whoever owns what is held sees that: being refused says that there is none of theirs. */
function NotShown(props: { error: Error | undefined; onRetry(): void }) {
  const { error, onRetry } = props;
  const t = useApprovalText();
  const permission = 'multicluster.fleet.read';
  return errorStatus(error) === 403 ? (
    <Designed
      look={{ shape: 'zero', tone: 'stale' }}
      title={t('lanes.noneYoursTitle')}
      text={t('lanes.noneYoursText', { permission })}
    />
  ) : (
    <FailedView error={error} permission={permission} onRetry={onRetry} />
  );
}
