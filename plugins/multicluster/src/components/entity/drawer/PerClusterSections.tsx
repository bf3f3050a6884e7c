import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { PerCluster } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  ErrorState,
  LiveResult,
  multiclusterPagesTranslationRef,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';
import { useDrawerStyles } from './useDrawerStyles';

/** Props of {@link PerClusterSections}. @internal */
export interface PerClusterSectionsProps<T> {
  view: LiveResult<{ clusters: PerCluster<T>[] }>;
  /** Said where a cluster was read and has none. */
  nothing: string;
  render(item: T, index: number, cluster: string): ReactNode;
}

/**
 * What was read of each cluster, each with its own problem: one that does not answer takes nothing from the others, and
 * is never shown as having none.
 *
 * @internal
 */
export function PerClusterSections<T>(props: PerClusterSectionsProps<T>) {
  const { view, nothing, render } = props;
  const classes = useDrawerStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  if (!view.data) {
    return view.status === 'error' ? (
      <ErrorState error={view.error} onRetry={view.refresh} />
    ) : (
      <LinearProgress aria-label={t('freshness.loading')} />
    );
  }
  return (
    <>
      {view.data.clusters.map(({ cluster, items, problem, observedAt }) => (
        <section
          key={cluster}
          className={classes.section}
          data-cluster={cluster}
        >
          <h3 className={classes.sectionHead}>
            {cluster || t('entity.drawer.controlPlane')}
            <span className={classes.grow}>
              <Age time={observedAt} />
            </span>
          </h3>
          {problem && (
            <div className={classes.note} role="status">
              <StateIcon shape="warn" tone="warn" size={16} />
              <span>{say(problem.sentence)}</span>
            </div>
          )}
          {!problem && items.length === 0 && (
            <div className={classes.note}>{nothing}</div>
          )}
          <ul className={classes.list}>
            {items.map((item, index) => render(item, index, cluster))}
          </ul>
        </section>
      ))}
    </>
  );
}
