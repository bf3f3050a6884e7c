import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Age,
  multiclusterPagesTranslationRef,
  StateIcon,
  useEvents,
} from '@fairway/backstage-plugin-multicluster-react';
import { PerClusterSections } from './PerClusterSections';
import { useDrawerStyles } from './useDrawerStyles';

/** The events of a workload by cluster. @internal */
export function EventsPane(props: {
  workloadId: string;
  clusters: string[] | undefined;
}) {
  const { workloadId, clusters } = props;
  const classes = useDrawerStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const events = useEvents(workloadId, clusters);
  return (
    <PerClusterSections
      view={events}
      nothing={t('entity.events.none')}
      render={(event, index) => (
        <li key={index} className={classes.item}>
          <div className={classes.line}>
            {event.type !== 'Normal' && (
              <StateIcon
                shape="warn"
                tone="warn"
                size={16}
                label={event.type}
              />
            )}
            <span className={classes.strong}>{event.reason}</span>
            <span className={classes.quiet}>{event.object}</span>
            {event.count > 1 && (
              <span className={classes.quiet}>
                {t('entity.events.times', { count: event.count })}
              </span>
            )}
            <span className={classes.grow}>
              <Age time={event.lastSeen ?? event.firstSeen} />
            </span>
          </div>
          <div>{event.message}</div>
        </li>
      )}
    />
  );
}
