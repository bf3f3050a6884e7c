import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Fleet, Tone } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  SentenceBanner,
} from '@fairway/backstage-plugin-multicluster-react';
import { useFleetLinks } from './frame/useFleetLinks';
import { fleetTally } from './map/fleetTally';

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(0, 2.5, 1.5) } }),
  { name: 'MulticlusterFleetHeadline' },
);

/** The one sentence that matters about the fleet, with what to do. Nothing is said of a fleet that is well. */
export function FleetHeadline(props: { fleet: Fleet }) {
  const { fleet } = props;
  const classes = useStyles();
  const links = useFleetLinks();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const headline = useHeadline(fleet);
  if (!headline) {
    return null;
  }
  const gone = fleet.regions
    .flatMap(({ clusters }) => clusters)
    .filter(
      ({ state, intermittent }) =>
        (state === 'not-ready' || state === 'unreachable') && !intermittent,
    );
  const [first] = gone;
  const action =
    gone.length === 1 ? (
      <Link
        // Beside other words a colour alone does not make a link.
        underline="always"
        to={links.cluster(first.controlPlane, first.name)}
      >
        {t('fleet.headline.whatWasLost')}
      </Link>
    ) : (
      gone.length > 1 && (
        <Link
          underline="always"
          to={links.clusters('status:not-ready,unreachable')}
        >
          {t('fleet.headline.lostClusters')}
        </Link>
      )
    );
  return (
    <div className={classes.root}>
      <SentenceBanner
        tone={headline.tone}
        sentence={headline.text}
        action={action}
      />
    </div>
  );
}

function useHeadline(fleet: Fleet): { tone: Tone; text: string } | undefined {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const { total, lost, intermittentQuiet, unavailable, ready } =
    fleetTally(fleet);
  if (total === 0) {
    return undefined;
  }
  if (unavailable === total) {
    return { tone: 'bad', text: t('fleet.headline.allUnread') };
  }
  // Those that come and go alarm nobody, but they are no comfort either where all others are gone.
  if (lost > 0 && lost + intermittentQuiet === total) {
    return { tone: 'bad', text: t('fleet.headline.allLost') };
  }
  if (lost > 0) {
    // A service may have lost copies in several regions: their numbers do not add up.
    const touched = fleet.regions.filter(region => region.affected > 0);
    const affected = touched.length === 1 ? touched[0].affected : 0;
    const text = [
      t('fleet.headline.lost', { count: lost }),
      affected > 0 && t('fleet.headline.affected', { count: affected }),
    ];
    return { tone: 'bad', text: text.filter(Boolean).join(' ') };
  }
  if (unavailable > 0) {
    const text = [
      t('fleet.headline.someReady', {
        ready: String(ready),
        total: String(total),
      }),
      t('fleet.headline.unread', { count: unavailable }),
    ];
    return { tone: 'warn', text: text.join(' ') };
  }
  return undefined;
}
