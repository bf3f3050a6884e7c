import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PerCluster } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useDrawerStyles } from './useDrawerStyles';

/** Names the clusters that could not be asked, each with its reason. @internal */
export function UnreadClusters(props: { clusters: PerCluster<unknown>[] }) {
  const classes = useDrawerStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const unread = props.clusters.flatMap(({ cluster, problem }) =>
    problem ? [{ cluster, sentence: problem.sentence }] : [],
  );
  if (unread.length === 0) {
    return null;
  }
  return (
    <div className={classes.section} role="status">
      {unread.map(({ cluster, sentence }) => (
        <div key={cluster} className={classes.note}>
          <StateIcon shape="warn" tone="warn" size={16} />
          <span>
            {say(sentence).includes(cluster)
              ? say(sentence)
              : t('coverage.subject', {
                  subject: cluster,
                  sentence: say(sentence),
                })}
          </span>
        </div>
      ))}
    </div>
  );
}
