import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import {
  errorStatus,
  ErrorState,
  multiclusterPagesTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { Designed } from './Designed';

/** By the permission that is missing, what is refused. */
const TITLES = {
  'multicluster.fleet.read': 'fleet.error.forbiddenTitle',
  'multicluster.approval.read': 'fleet.error.forbiddenApprovalsTitle',
  'multicluster.audit.read': 'fleet.error.forbiddenAuditTitle',
  'multicluster.source.read': 'fleet.error.forbiddenSourcesTitle',
} as const;

/** Props of {@link FailedView}. */
export interface FailedViewProps {
  error: Error | undefined;
  /** Name of the permission the view needs. */
  permission: keyof typeof TITLES;
  onRetry(): void;
}

/** Why a fleet view cannot be shown: what is not allowed, with whom to ask; or no answer, without blaming the clusters. */
export function FailedView(props: FailedViewProps) {
  const { error, permission, onRetry } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const status = errorStatus(error);
  if (status === 401 || status === 403) {
    return (
      <Designed
        look={{ shape: 'hold', tone: 'hold' }}
        title={t(TITLES[permission])}
        text={t('fleet.error.forbiddenText', { permission })}
      />
    );
  }
  if (status !== undefined && status < 500) {
    return <ErrorState error={error} onRetry={onRetry} />;
  }
  return (
    <Designed
      look={{ shape: 'unknown', tone: 'stale' }}
      title={t('fleet.error.unreachableTitle')}
      text={t('fleet.error.unreachableText')}
      action={
        <Button size="small" variant="outlined" onClick={onRetry}>
          {t('fleet.error.retry')}
        </Button>
      }
    />
  );
}
