import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityWorkload } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterTranslationRef,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useCardStyles } from './useCardStyles';

const NAMED = 3;

/** Which workloads the card is about, and how the first of them is spread. @internal */
export function AboutLine(props: { workloads: EntityWorkload[] }) {
  const { workloads } = props;
  const classes = useCardStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const names: string[] = workloads
    .slice(0, NAMED)
    .map(({ kind, name }) => t('entity.card.workload', { kind, name }));
  if (workloads.length > NAMED) {
    names.push(t('entity.card.more', { n: String(workloads.length - NAMED) }));
  }
  const division = workloads.find(workload => workload.placement?.division)
    ?.placement?.division;
  return (
    <div className={`${classes.about} ${classes.quiet}`}>
      {[names.join(', '), division && say(division)]
        .filter(Boolean)
        .join(' · ')}
    </div>
  );
}
