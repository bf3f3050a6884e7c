import { useApi } from '@backstage/core-plugin-api';
import { approvalsApiRef } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { PreviewDialog } from '../act/PreviewDialog';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

/** Props of {@link CordonButton}. @internal */
export interface CordonButtonProps {
  controlPlane: string;
  name: string;
  /** True: nothing new is placed there now. */
  cordoned: boolean;
  onDone(): void;
}

/** Keeps a control plane from placing anything new on a cluster, or lets it again, after a look at what that reaches. @internal */
export function CordonButton(props: CordonButtonProps) {
  const { controlPlane, name, cordoned, onDone } = props;
  const t = useApprovalText();
  const classes = useApprovalStyles();
  const api = useApi(approvalsApiRef);
  const [open, setOpen] = useState(false);
  const action = cordoned ? 'uncordon' : 'cordon';
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        onClick={() => setOpen(true)}
      >
        {t(`cordon.${action}`)}
      </Button>
      {open && (
        <PreviewDialog
          title={t(`cordon.${action}Title`, { name })}
          act={t(`cordon.${action}Now`)}
          danger={!cordoned}
          send={(input, options) =>
            api.manageCluster(
              { controlPlane, name },
              { ...input, action },
              options,
            )
          }
          onClose={() => setOpen(false)}
          onDone={onDone}
        />
      )}
    </>
  );
}
