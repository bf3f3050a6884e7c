import { useApi } from '@backstage/core-plugin-api';
import { Lane } from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  SentenceBanner,
  useWrite,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { ReasonDialog } from '../act/ReasonDialog';
import { useApprovalText } from '../parts/useApprovalText';

/** Releases what was approved for a lane before, where a lost cluster left it short of copies. @internal */
export function RestoreLane(props: { lane: Lane; onChange(): void }) {
  const { lane, onChange } = props;
  const t = useApprovalText();
  const api = useApi(approvalsApiRef);
  const [open, setOpen] = useState(false);
  const write = useWrite((reason: string, options) =>
    api.restoreLane(lane.id, { reason }, options),
  );
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        disableElevation
        onClick={() => setOpen(true)}
      >
        {t('lanes.restore')}
      </Button>
      {open && lane.restore && (
        <ReasonDialog
          title={t('lanes.restoreTitle')}
          act={t('lanes.restore')}
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
          <SentenceBanner tone="hold" sentence={lane.restore.sentence} />
        </ReasonDialog>
      )}
    </>
  );
}
