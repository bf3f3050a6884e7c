import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RunRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  DurationText,
  multiclusterRunsTranslationRef,
  RunStatusLabel,
  RunVersions,
} from '@fairway/backstage-plugin-multicluster-react';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';

/** Status, versions, whose it is and how long it took, in one line. @internal */
export function RunFacts(props: { run: RunRow }) {
  const { run } = props;
  const classes = useDeliveryStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const lost = isFreshnessLost(run.freshness);
  return (
    <div className={classes.line}>
      <RunStatusLabel
        status={run.status}
        detail={run.detail}
        lastKnown={lost}
        outranked={run.deployed?.tone}
      />
      <RunVersions artifacts={run.artifacts} dim={lost} />
      {run.environment && (
        <span className={classes.tag}>{run.environment}</span>
      )}
      {run.entityRefs.map(entityRef => (
        <EntityRefLink key={entityRef} entityRef={entityRef} hideIcon />
      ))}
      <span className={`${classes.line} ${classes.right}`}>
        {run.startedAt && (
          <span className={classes.quiet}>
            {t(run.finishedAt ? 'runPage.took' : 'runPage.takes')}{' '}
            <DurationText from={run.startedAt} to={run.finishedAt} />
          </span>
        )}
        <Age time={run.createdAt} />
      </span>
    </div>
  );
}
