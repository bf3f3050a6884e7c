import { useApi } from '@backstage/core-plugin-api';
import { LaneRestore } from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  SentenceBanner,
  useWrite,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { FAR_END } from '../act/FAR_END';
import { ReasonDialog } from '../act/ReasonDialog';
import { useApprovalStyles } from '../parts/useApprovalStyles';
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
  const { lane, restore: newest, onChange } = props;
  const t = useApprovalText();
  const classes = useApprovalStyles();
  const api = useApi(approvalsApiRef);
  // What the dialog shows is what is released: the list goes on beneath it.
  const [looked, setLooked] = useState<LaneRestore>();
  const restore = looked ?? newest;
  const write = useWrite(
    (reason: string, options) =>
      api.restoreLane(lane, { reason }, { ...options, ifMatch: restore.etag }),
    FAR_END,
  );
  const approved = restore.basis === 'approved';
  const act = t(approved ? 'lanes.restore' : 'lanes.restoreUnapproved');
  return (
    <>
      <Button
        variant={approved ? 'contained' : 'outlined'}
        color="primary"
        disableElevation
        size="small"
        className={classes.button}
        onClick={() => setLooked(newest)}
      >
        {act}
      </Button>
      {looked && (
        <ReasonDialog
          title={t(
            approved ? 'lanes.restoreTitle' : 'lanes.restoreUnapprovedTitle',
          )}
          act={act}
          label={t('lanes.reason')}
          state={write.state}
          onAct={async reason => {
            if (await write.run(reason)) {
              setLooked(undefined);
              onChange();
            }
          }}
          onClose={() => setLooked(undefined)}
          onLookAgain={() => {
            setLooked(undefined);
            onChange();
          }}
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
