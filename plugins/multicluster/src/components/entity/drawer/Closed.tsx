import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WorkloadMatch } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useDrawerStyles } from './useDrawerStyles';

/** Why the details of a workload are closed: only the entity says that it is its own. @internal */
export function Closed(props: { match: WorkloadMatch }) {
  const classes = useDrawerStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return (
    <div className={classes.section} role="status">
      <div className={classes.note}>
        <StateIcon shape="hold" tone="hold" />
        <span>
          {t('entity.pods.closed')} {say(props.match.reason)}
        </span>
      </div>
    </div>
  );
}
