import { useApi } from '@backstage/core-plugin-api';
import { LaneRestore } from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  SentenceBanner,
  useWrite,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { ReasonDialog } from '../act/ReasonDialog';
import { useApprovalText } from '../parts/useApprovalText';

/** Props of {@link RestoreLane}. @internal */
export interface RestoreLaneProps {
  /** Id of the lane. */
  lane: string;
  restore: LaneRestore;
  onChange(): void;
}

/**
 * Releases without votes what a lane had before, for example where a lost cluster left it short of copies. What nobody approved is
 * called so on the button, before anybody opens the dialog.
 *
 * @internal
 */
export function RestoreLane(props: RestoreLaneProps) {
  const { lane, restore, onChange } = props;
  const t = useApprovalText();
  const api = useApi(approvalsApiRef);
  const [open, setOpen] = useState(false);
  const write = useWrite((reason: string, options) =>
    api.restoreLane(lane, { reason }, options),
  );
  const approved = restore.basis === 'approved';
  const act = t(approved ? 'lanes.restore' : 'lanes.restoreUnapproved');
  return (
    <>
      <Button
        variant={approved ? 'contained' : 'outlined'}
        color="primary"
        disableElevation
        onClick={() => setOpen(true)}
      >
        {act}
      </Button>
      {open && (
        <ReasonDialog
          title={t(
            approved ? 'lanes.restoreTitle' : 'lanes.restoreUnapprovedTitle',
          )}
          act={act}
          label={t('lanes.reason')}
          state={write.state}
          onAct={async reason => {
            if (await write.run(reason)) {
              setOpen(false);
              onChange();
            }
          }}
          onClose={() => setOpen(false)}
          onLookAgain={onChange}
        >
          <SentenceBanner
            tone={approved ? 'hold' : 'warn'}
            sentence={restore.sentence}
          />
        </ReasonDialog>
      )}
    </>
  );
}
