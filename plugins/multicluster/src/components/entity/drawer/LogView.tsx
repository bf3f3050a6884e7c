import { LogRequest } from '@fairway/backstage-plugin-multicluster-common';
import {
  ErrorState,
  useLog,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo, useState } from 'react';
import { LogControls } from './LogControls';
import { LogLines } from './LogLines';

/** Props of {@link LogView}. @internal */
export interface LogViewProps {
  workloadId: string;
  cluster: string;
  pod: string;
  container: string;
}

const TAIL_LINES = 500;

/** A followed log with pause, wrap and the log before the last restart. @internal */
export function LogView(props: LogViewProps) {
  const { workloadId, cluster, pod, container } = props;
  const [paused, setPaused] = useState(false);
  const [wrap, setWrap] = useState(true);
  const [previous, setPrevious] = useState(false);
  const request = useMemo<LogRequest>(
    () => ({
      workloadId,
      cluster,
      pod,
      container,
      previous,
      // What a container wrote before it was restarted has an end.
      follow: !previous,
      tailLines: TAIL_LINES,
    }),
    [workloadId, cluster, pod, container, previous],
  );
  const log = useLog(request, { paused });
  return (
    <>
      <LogControls
        log={log}
        paused={paused}
        wrap={wrap}
        previous={previous}
        onPaused={setPaused}
        onWrap={setWrap}
        onPrevious={setPrevious}
      />
      {log.status === 'error' && (
        <ErrorState error={log.error} onRetry={log.restart} />
      )}
      <LogLines log={log} wrap={wrap} paused={paused} />
    </>
  );
}
