import { useStops } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { StopDialog } from './StopDialog';

/** The way to stop the line, for whoever may. @internal */
export function StopButton() {
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const { data, refresh } = useStops();
  const [stopping, setStopping] = useState(false);
  if (!data?.canStop) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        onClick={() => setStopping(true)}
      >
        {t('stop.button')}
      </Button>
      {stopping && (
        <StopDialog onClose={() => setStopping(false)} onDone={refresh} />
      )}
    </>
  );
}
