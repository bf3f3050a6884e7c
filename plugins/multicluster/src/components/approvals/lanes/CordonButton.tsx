import { useApi } from '@backstage/core-plugin-api';
import { approvalsApiRef } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { PreviewDialog } from '../act/PreviewDialog';
import { usePreviewed } from '../act/usePreviewed';
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
  const action = cordoned ? 'uncordon' : 'cordon';
  // What the dialog looked at is what it does, also when somebody else does the same meanwhile.
  const previewed = usePreviewed<'cordon' | 'uncordon'>(
    (input, options) =>
      api.manageCluster({ controlPlane, name }, input, options),
    onDone,
  );
  const { action: opened = action } = previewed;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        disabled={previewed.isBusy}
        onClick={() => previewed.show(action)}
      >
        {t(`cordon.${action}`)}
      </Button>
      <PreviewDialog
        previewed={previewed}
        title={t(`cordon.${opened}Title`, { name })}
        act={t(`cordon.${opened}Now`)}
        danger={opened === 'cordon'}
      />
    </>
  );
}
