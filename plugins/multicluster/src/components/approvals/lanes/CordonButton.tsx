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
  // What the dialog looked at is what it does, also when somebody else does the same meanwhile.
  const [open, setOpen] = useState<'cordon' | 'uncordon'>();
  const action = cordoned ? 'uncordon' : 'cordon';
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        onClick={() => setOpen(action)}
      >
        {t(`cordon.${action}`)}
      </Button>
      {open && (
        <PreviewDialog
          title={t(`cordon.${open}Title`, { name })}
          act={t(`cordon.${open}Now`)}
          danger={open === 'cordon'}
          send={(input, options) =>
            api.manageCluster(
              { controlPlane, name },
              { ...input, action: open },
              options,
            )
          }
          onClose={() => setOpen(undefined)}
          onDone={onDone}
        />
      )}
    </>
  );
}
