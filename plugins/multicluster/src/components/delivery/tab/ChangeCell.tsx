import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Promotion,
  PromotionChange,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  ToolLink,
} from '@fairway/backstage-plugin-multicluster-react';
import { BlockedView } from './BlockedView';
import { ChangedFromTo } from './ChangedFromTo';
import { CommitList } from './CommitList';
import { ManifestDiff } from './ManifestDiff';
import { NextStepView } from './NextStepView';
import { usePromotionStyles } from './usePromotionStyles';

/** Props of {@link ChangeCell}. @internal */
export interface ChangeCellProps {
  entityRef: string;
  change: PromotionChange | undefined;
  step: Promotion['steps'][number] | undefined;
  /** What the next environment is called. */
  to: string;
  /** What the tool is called whose run is on its way there. */
  tool: string | undefined;
  /** The portal cannot read its back end. */
  lastKnown: boolean;
}

/** What would change from one environment to the next, what brings it there, and why it is not there yet. @internal */
export function ChangeCell(props: ChangeCellProps) {
  const { change, step, to, lastKnown } = props;
  const classes = usePromotionStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const changed = (from: string | undefined, after: string | undefined) => {
    if (from === undefined) {
      return t('promotion.added');
    }
    return after === undefined
      ? t('promotion.removed')
      : t('promotion.changed');
  };
  const { images = [], replicas, configuration = [], commits } = change ?? {};
  const same =
    change &&
    !change.ahead &&
    images.length === 0 &&
    !replicas &&
    configuration.length === 0;
  return (
    <div className={classes.change}>
      {same && <span>{t('promotion.same')}</span>}
      {change?.ahead && <span>{t('promotion.ahead', { to })}</span>}
      {(images.length > 0 || replicas || configuration.length > 0) && (
        <ul className={classes.plain}>
          {images.map(({ name, from, to: after }) => (
            <li key={name}>
              <ChangedFromTo
                name={images.length > 1 ? name : undefined}
                from={from}
                to={after}
              />
            </li>
          ))}
          {replicas && (
            <li>
              <ChangedFromTo
                name={t('promotion.replicas')}
                from={replicas.from?.toString()}
                to={replicas.to?.toString()}
              />
            </li>
          )}
          {configuration.map(({ name, from, to: after }) => (
            <li key={name}>
              {t('promotion.configuration', { name })}: {changed(from, after)}
            </li>
          ))}
        </ul>
      )}
      {commits?.compareUrl && (
        <ToolLink url={commits.compareUrl}>{t('promotion.compare')}</ToolLink>
      )}
      {change && commits?.from && commits.to && (
        <CommitList
          entityRef={props.entityRef}
          from={change.from}
          to={change.to}
        />
      )}
      {change && (
        <ManifestDiff
          entityRef={props.entityRef}
          from={change.from}
          to={change.to}
        />
      )}
      {step && !saysItself(step) && (
        <NextStepView
          next={step.next}
          tool={props.tool}
          lastKnown={lastKnown || step.blocked?.code === 'source-stale'}
        />
      )}
      {step?.blocked && <BlockedView blocked={step.blocked} to={to} />}
    </div>
  );
}

/** That nothing brings it on is the step and the reason in one, and is said once. */
function saysItself({ next, blocked }: Promotion['steps'][number]): boolean {
  return (
    next.kind === 'no-actuator' && !next.url && blocked?.code === 'no-actuator'
  );
}
