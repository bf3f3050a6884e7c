import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  multiclusterPagesTranslationRef,
  useFleet,
} from '@fairway/backstage-plugin-multicluster-react';
import { useCallback, useDeferredValue } from 'react';
import { useNavigate } from 'react-router-dom';
import { ClustersPanel } from './clusters/ClustersPanel';
import { withFilterTerm } from './filter/withFilterTerm';
import { PageBody } from './frame/PageBody';
import { useFilterParam } from './frame/useFilterParam';
import { useFleetLinks } from './frame/useFleetLinks';
import { RegionsPanel } from './map/RegionsPanel';
import { SummaryPanel } from './SummaryPanel';

const useStyles = makeStyles(
  theme => ({
    top: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 300px',
      gap: theme.spacing(2.5),
      alignItems: 'start',
      [theme.breakpoints.down('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
  }),
  { name: 'MulticlusterFleetPage' },
);

/** Regions and clusters: what is lost first, then the map, then the table. */
export function FleetPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const fleet = useFleet();
  const [filter, setFilter] = useFilterParam();
  const links = useFleetLinks();
  const navigate = useNavigate();
  const onRegion = useCallback(
    (region: string) =>
      navigate(links.clusters(withFilterTerm(filter, 'region', region))),
    [filter, navigate, links],
  );
  const known = fleet.data !== undefined && fleet.data.regions.length > 0;
  // The map is painted first: what is lost must not wait for the table to be laid out.
  const table = useDeferredValue(known);
  return (
    <PageBody title={t('fleet.page.clusters')}>
      <div className={known ? classes.top : undefined}>
        <RegionsPanel fleet={fleet} onRegion={onRegion} />
        {fleet.data && known && <SummaryPanel fleet={fleet.data} />}
      </div>
      {table && (
        <ClustersPanel
          fleet={fleet.data}
          filter={filter}
          onFilter={setFilter}
        />
      )}
    </PageBody>
  );
}
