import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useTreeStyles } from './useTreeStyles';

/** The names of the columns. @internal */
export function TreeHead(props: { className: string }) {
  const classes = useTreeStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return (
    <div role="rowgroup">
      <div
        role="row"
        aria-rowindex={1}
        className={`${classes.row} ${classes.head} ${props.className}`}
      >
        <span role="columnheader">{t('entity.tree.name')}</span>
        <span role="columnheader">{t('entity.card.state')}</span>
        <span role="columnheader" className={classes.secondary}>
          {t('entity.card.replicas')}
        </span>
        <span role="columnheader" className={classes.secondary}>
          {t('entity.card.version')}
        </span>
        <span role="columnheader" className={classes.optional}>
          {t('entity.tree.where')}
        </span>
        <span
          role="columnheader"
          className={`${classes.optional} ${classes.right}`}
        >
          {t('entity.card.since')}
        </span>
      </div>
    </div>
  );
}
