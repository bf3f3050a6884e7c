import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FreshnessDot,
  useLanes,
} from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from '../../fleet/frame/Panel';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { LaneItem } from '../lanes/LaneItem';
import { isForbidden } from '../model/isForbidden';
import { useApprovalText } from '../parts/useApprovalText';
import { UnreadPanel } from './UnreadPanel';

/**
 * Dispatch of the entity that somebody holds: first what is urgent in it, with the way out. What nobody holds is shown to those who
 * could have it held, and to nobody else. That it cannot be read is said: a cluster that is lost under a hold would look like nothing.
 *
 * @internal
 */
export function EntityLanes() {
  const { entity } = useEntity();
  const t = useApprovalText();
  const lanes = useLanes([stringifyEntityRef(entity)]);
  const { data, error, status, refresh } = lanes;
  if (!data && status === 'error' && !isForbidden(error)) {
    return (
      <UnreadPanel
        title={t('lanes.card')}
        text={t('lanes.unread')}
        onRetry={refresh}
      />
    );
  }
  const shown =
    data?.items.filter(
      ({ state, can }) => state !== 'open' || can.arm.allowed,
    ) ?? [];
  if (shown.length === 0) {
    return null;
  }
  return (
    <Panel title={t('lanes.card')} aside={<FreshnessDot view={lanes} />}>
      <StaleNotice view={lanes} />
      {shown.map(lane => (
        <LaneItem key={lane.id} lane={lane} onChange={refresh} />
      ))}
    </Panel>
  );
}
