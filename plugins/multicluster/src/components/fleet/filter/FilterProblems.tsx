import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { parseFilter } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
} from '@fairway/backstage-plugin-multicluster-react';
import { useFilterStyles } from './useFilterStyles';

/** Props of {@link FilterProblems}. */
export interface FilterProblemsProps {
  text: string;
  /** Where somebody is writing; what is not finished there is not complained about. -1: nowhere. */
  caret: number;
}

/** What is wrong in a filter, and whether it is left out or matches nothing. */
export function FilterProblems(props: FilterProblemsProps) {
  const { text, caret } = props;
  const classes = useFilterStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const problems = parseFilter(text).problems.filter(
    ({ at, part }) => caret < at || caret > at + part.length + 1,
  );
  return (
    <div role="status">
      {problems.map(({ code, part, at }) => (
        <div key={at} className={classes.problem}>
          <StateIcon shape="warn" tone="bad" size={14} />
          <span className={classes.lead}>
            {t(`fleet.filter.${code}`, { part })}
          </span>
          {code !== 'unknown-field' && <span>{t('fleet.filter.ignored')}</span>}
        </div>
      ))}
    </div>
  );
}
