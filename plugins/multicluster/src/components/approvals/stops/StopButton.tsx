import { useApi } from '@backstage/core-plugin-api';
import {
  approvalsApiRef,
  useStops,
  useWrite,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { WriteStatus } from '../act/WriteStatus';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { StopDialog, StopInput } from './StopDialog';

/** The way to stop the line, for whoever may. @internal */
export function StopButton() {
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const { data, refresh } = useStops();
  const [stopping, setStopping] = useState(false);
  const api = useApi(approvalsApiRef);
  const write = useWrite((input: StopInput, options) =>
    api.stopTheLine(input, options),
  );
  const { status } = write.state;
  if (!data?.canStop) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        // A dialog opened meanwhile would look fresh, and its button would do nothing.
        disabled={status === 'sending' || status === 'confirming'}
        onClick={() => {
          write.reset();
          setStopping(true);
        }}
      >
        {t('stop.button')}
      </Button>
      {/* How it fares is said here once its dialog was closed. */}
      <WriteStatus
        onPage
        state={stopping ? { status: 'idle' } : write.state}
        onLookAgain={refresh}
      />
      {stopping && (
        <StopDialog
          write={write}
          onClose={() => setStopping(false)}
          onDone={refresh}
        />
      )}
    </>
  );
}
