import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fleet } from '@fairway/backstage-plugin-multicluster-common';
import {
  CoverageFoot,
  FreshnessDot,
  LiveResult,
  multiclusterPagesTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { FleetHeadline } from '../FleetHeadline';
import { Designed } from '../frame/Designed';
import { FailedView } from '../frame/FailedView';
import { Panel } from '../frame/Panel';
import { SkeletonRows } from '../frame/SkeletonRows';
import { StaleNotice } from '../frame/StaleNotice';
import { useFleetLinks } from '../frame/useFleetLinks';
import { RegionMap } from './RegionMap';
import { TallyLine } from './TallyLine';

/** Props of {@link RegionsPanel}. */
export interface RegionsPanelProps {
  fleet: LiveResult<Fleet>;
  onRegion(name: string): void;
}

/** The map of the fleet with everything around it: headline, age, counts and coverage, or why there is no map. */
export function RegionsPanel(props: RegionsPanelProps) {
  const { fleet, onRegion } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const { data, status, error, refresh } = fleet;
  const inside = () => {
    if (!data) {
      return status === 'error' ? (
        <FailedView
          error={error}
          permission="multicluster.fleet.read"
          onRetry={refresh}
        />
      ) : (
        <SkeletonRows rows={5} />
      );
    }
    return (
      <>
        <StaleNotice view={fleet} />
        <FleetHeadline fleet={data} />
        {data.regions.length > 0 ? (
          <>
            <RegionMap regions={data.regions} onRegion={onRegion} />
            <TallyLine fleet={data} />
          </>
        ) : (
          <NoClusters fleet={data} />
        )}
        <CoverageFoot coverage={data.coverage} />
      </>
    );
  };
  return (
    <Panel
      title={t('fleet.regions.title')}
      aside={data && <FreshnessDot view={fleet} />}
    >
      {inside()}
    </Panel>
  );
}

/** No clusters because there are none, or because nobody has looked yet: the two must never read the same. */
function NoClusters(props: { fleet: Fleet }) {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  const { total, problems } = props.fleet.coverage;
  const unread = total === null || total > 0 || problems.length > 0;
  return (
    <Designed
      look={
        unread
          ? { shape: 'unknown', tone: 'stale' }
          : { shape: 'out', tone: 'stale' }
      }
      title={t(
        unread
          ? 'fleet.clusters.emptyUnreadTitle'
          : 'fleet.clusters.emptyTitle',
      )}
      text={t(
        unread ? 'fleet.clusters.emptyUnreadText' : 'fleet.clusters.emptyText',
      )}
      action={
        <Link to={links.sources()}>{t('fleet.clusters.seeSources')}</Link>
      }
    />
  );
}
