import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PipelineLive } from '@fairway/backstage-plugin-multicluster-common';
import {
  ErrorState,
  multiclusterRunsTranslationRef,
  StateIcon,
  StateLook,
  usePipelineLive,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { PanelBody } from '../../fleet/frame/PanelBody';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { useRunStyles } from './useRunStyles';

type LiveTarget = PipelineLive['targets'][number];

const LOOKS: Record<LiveTarget['health'], StateLook> = {
  healthy: { shape: 'ok', tone: 'ok' },
  unhealthy: { shape: 'bad', tone: 'bad' },
  unknown: { shape: 'unknown', tone: 'stale' },
  'no-resources': { shape: 'zero', tone: 'stale' },
};

/** What is deployed by deploy target, and what differs from the repository, as the tool says it. @internal */
export function LiveState(props: { pipelineId: string }) {
  const live = usePipelineLive(props.pipelineId);
  const { data, status, error, refresh } = live;
  const classes = useRunStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  if (!data) {
    return status === 'error' ? (
      <ErrorState error={error} onRetry={refresh} />
    ) : (
      <SkeletonRows rows={2} />
    );
  }
  const lost = status === 'stale';
  return (
    <>
      <StaleNotice view={live} />
      <PanelBody>
        {data.sentence && <div>{say(data.sentence)}</div>}
        {data.targets.length === 0 && !data.sentence && (
          <div>{t('live.none')}</div>
        )}
        {data.targets.map(target => (
          <Target key={target.name} target={target} lost={lost} />
        ))}
        {data.diff && (
          <>
            <h3 className={classes.sub}>{t('live.diff')}</h3>
            <pre className={classes.text}>{data.diff}</pre>
          </>
        )}
      </PanelBody>
    </>
  );
}

function Target(props: { target: LiveTarget; lost: boolean }) {
  const { target, lost } = props;
  const classes = useRunStyles();
  const shared = useDeliveryStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const lookOf = (health: LiveTarget['health']): StateLook =>
    lost ? { shape: 'stale', tone: 'stale' } : LOOKS[health] ?? LOOKS.unknown;
  return (
    <section aria-label={target.name || t('live.noTarget')}>
      <h3 className={`${classes.sub} ${shared.line}`}>
        <StateIcon {...lookOf(target.health)} size={16} />
        {target.name || t('live.noTarget')}
        <span className={shared.quiet}>
          {t(`live.health.${target.health}`)}
        </span>
      </h3>
      <ul className={classes.plain}>
        {target.resources.map(({ id, kind, name, namespace, ...one }) => (
          <li key={id} className={shared.line}>
            <StateIcon
              {...lookOf(one.health)}
              size={14}
              label={t(`live.health.${one.health}`)}
            />
            <span>{[kind, namespace, name].filter(Boolean).join(' / ')}</span>
            {one.message && <span className={shared.quiet}>{one.message}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
