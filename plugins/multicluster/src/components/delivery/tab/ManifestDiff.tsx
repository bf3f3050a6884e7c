import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DiffSide,
  WorkloadDiff,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ErrorState,
  multiclusterRunsTranslationRef,
  usePromotionDiff,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { DiffLines } from '../parts/DiffLines';
import { AskedDetails } from '../parts/AskedDetails';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';

/** What would change in the manifests of an environment; read only once somebody opens it. @internal */
export function ManifestDiff(props: {
  entityRef: string;
  from: string;
  to: string;
}) {
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  return (
    <AskedDetails title={t('diff.title')}>
      <Workloads {...props} />
    </AskedDetails>
  );
}

function Workloads(props: { entityRef: string; from: string; to: string }) {
  const { data, status, error, refresh } = usePromotionDiff(props);
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  if (!data) {
    return status === 'error' ? (
      <ErrorState error={error} onRetry={refresh} />
    ) : (
      <SkeletonRows rows={2} />
    );
  }
  return (
    <>
      {data.workloads.length === 0 && <div>{t('diff.none')}</div>}
      {data.workloads.map(workload => (
        <Workload
          key={`${workload.kind}/${workload.name}`}
          workload={workload}
          from={props.from}
          to={props.to}
        />
      ))}
      {data.omitted && (
        <div>{t('diff.omitted', { n: String(data.omitted) })}</div>
      )}
    </>
  );
}

function Workload(props: { workload: WorkloadDiff; from: string; to: string }) {
  const { kind, name, now, next, hunks, problem } = props.workload;
  const shared = useDeliveryStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  return (
    <div data-diff={name}>
      <div className={shared.strong}>{`${kind} ${name}`}</div>
      <Side side={now} environment={props.to} />
      <Side side={next} environment={props.from} />
      {problem && <div>{say(problem)}</div>}
      {hunks?.length === 0 && <div>{t('promotion.same')}</div>}
      {hunks?.map(({ line, lines }) => (
        <DiffLines key={line} name={name} lines={lines} />
      ))}
    </div>
  );
}

function Side(props: { side: DiffSide; environment: string }) {
  const { state, cluster, reason } = props.side;
  const shared = useDeliveryStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const { environment } = props;
  const words = () => {
    if (state === 'read') {
      return t('diff.read', { environment, cluster: cluster ?? '' });
    }
    return state === 'absent'
      ? t('diff.absent', { environment })
      : t('diff.unread', { environment });
  };
  return (
    <div className={shared.quiet}>
      {words()}
      {reason && ` ${say(reason)}`}
    </div>
  );
}
