import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StageLogQuery } from '@fairway/backstage-plugin-multicluster-common';
import {
  ErrorState,
  multiclusterRunsTranslationRef,
  useStageLog,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo, useState } from 'react';
import { LogLines } from '../../entity/drawer/LogLines';
import { filterLog, LogSelection } from '../model/filterLog';
import { StageLogControls } from './StageLogControls';
import { useRunStyles } from './useRunStyles';

const ALL: LogSelection = { text: '', severity: 'all' };

/** Props of {@link StageLog}. @internal */
export interface StageLogProps {
  runId: string;
  stageId: string;
  stepId?: string;
  /** Nothing more is written to it. */
  over: boolean;
}

/** The log of a stage, followed while it is written, with a search and a choice of lines. @internal */
export function StageLog(props: StageLogProps) {
  const { runId, stageId, stepId, over } = props;
  const classes = useRunStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const [selection, setSelection] = useState(ALL);
  const [following, setFollowing] = useState(true);
  const [wrap, setWrap] = useState(true);
  // As it was when it was opened: a log that is followed ends by itself, and would begin anew if it were asked for otherwise.
  const [follow] = useState(!over);
  const query = useMemo<StageLogQuery>(
    () => ({ runId, stageId, stepId, follow }),
    [runId, stageId, stepId, follow],
  );
  const log = useStageLog(query, { paused: !following });
  const lines = useMemo(
    () => filterLog(log.lines, selection),
    [log.lines, selection],
  );
  return (
    <section className={classes.log} aria-label={t('log.title')}>
      <StageLogControls
        log={log}
        found={lines.length}
        selection={selection}
        following={following}
        wrap={wrap}
        onSelection={setSelection}
        onFollowing={setFollowing}
        onWrap={setWrap}
      />
      {log.status === 'error' && (
        <ErrorState error={log.error} onRetry={log.restart} />
      )}
      <LogLines
        log={{ ...log, lines }}
        wrap={wrap}
        paused={!following}
        nothing={log.lines.length > 0 ? t('log.nothingFound') : undefined}
        mark={selection.text.trim()}
      />
    </section>
  );
}
