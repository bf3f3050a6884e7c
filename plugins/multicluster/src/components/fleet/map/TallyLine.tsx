import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Fleet } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  stateLook,
  StateLook,
} from '@fairway/backstage-plugin-multicluster-react';
import { useFleetLinks } from '../frame/useFleetLinks';
import { FleetTally, fleetTally } from './fleetTally';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75, 2),
      padding: theme.spacing(1.25, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.caption.fontSize,
      fontVariantNumeric: 'tabular-nums',
    },
    item: { display: 'inline-flex', alignItems: 'center', gap: 6 },
  }),
  { name: 'MulticlusterTallyLine' },
);

type TallyKey = Exclude<keyof FleetTally, 'total'>;

const items: Array<{ key: TallyKey; look: StateLook; filter?: string }> = [
  {
    key: 'lost',
    look: stateLook('unreachable'),
    filter: 'status:not-ready,unreachable',
  },
  {
    key: 'unavailable',
    look: stateLook('unavailable'),
    filter: 'status:unavailable',
  },
  {
    key: 'neverReported',
    look: stateLook('never-reported'),
    filter: 'status:never-reported',
  },
  { key: 'intermittentQuiet', look: stateLook('never-reported') },
  { key: 'leaving', look: stateLook('leaving'), filter: 'status:leaving' },
  {
    key: 'trouble',
    look: { shape: 'warn', tone: 'warn' },
    filter: 'status:ready status:unhealthy,apply-failed',
  },
  { key: 'rolling', look: stateLook('rolling-out') },
  { key: 'ready', look: stateLook('ready'), filter: 'status:ready' },
];

/** Clusters by state, in words; what none is in is left out. */
export function TallyLine(props: { fleet: Fleet }) {
  const { fleet } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  const tally = fleetTally(fleet);
  return (
    <div className={classes.root}>
      {items
        .filter(({ key }) => tally[key] > 0)
        .map(({ key, look, filter }) => {
          const text = t(`fleet.tally.${key}`, { n: String(tally[key]) });
          return (
            <span key={key} className={classes.item}>
              <StateIcon shape={look.shape} tone={look.tone} size={14} />
              {filter ? <Link to={links.clusters(filter)}>{text}</Link> : text}
            </span>
          );
        })}
    </div>
  );
}
