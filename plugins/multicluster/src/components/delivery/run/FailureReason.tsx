import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  useStageLog,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { Note } from '../parts/Note';

/**
 * Why a run failed, as the last error in the log of its first failed stage has it: tools such as PipeCD name the stage and
 * say the reason there alone. Nothing where there is no such line, or where the reader may not see logs.
 *
 * @internal
 */
export function FailureReason(props: { runId: string; stages: Stage[] }) {
  const { runId, stages } = props;
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const failed = stages.find(
    ({ status, hasLog }) => status === 'failed' && hasLog,
  );
  const stageId = failed?.id;
  const query = useMemo(
    () =>
      stageId === undefined ? undefined : { runId, stageId, follow: false },
    [runId, stageId],
  );
  const { lines } = useStageLog(query);
  const last = [...lines]
    .reverse()
    .find(({ severity, gap }) => severity === 'error' && !gap);
  return failed && last ? (
    <Note look={{ shape: 'bad', tone: 'bad' }}>
      {t('runPage.lastError', { stage: failed.name, line: last.text.trim() })}
    </Note>
  ) : null;
}
