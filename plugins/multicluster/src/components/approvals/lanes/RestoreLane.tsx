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
import { WriteStatus } from '../act/WriteStatus';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

/** Props of {@link RestoreLane}. @internal */
export interface RestoreLaneProps {
  /** Id of the lane. */
  lane: string;
  /** Undefined: there is nothing to release by now, or the reader may not. */
  restore: LaneRestore | undefined;
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
  const write = useWrite(
    ({ reason, etag }: { reason: string; etag: string }, options) =>
      api.restoreLane(lane, { reason }, { ...options, ifMatch: etag }),
    FAR_END,
  );
  const { status } = write.state;
  const actOf = (restore: LaneRestore) =>
    t(isApproved(restore) ? 'lanes.restore' : 'lanes.restoreUnapproved');
  return (
    <>
      {newest && (
        <Button
          variant={isApproved(newest) ? 'contained' : 'outlined'}
          color="primary"
          disableElevation
          size="small"
          className={classes.button}
          disabled={status === 'sending' || status === 'confirming'}
          onClick={() => {
            write.reset();
            setLooked(newest);
          }}
        >
          {actOf(newest)}
        </Button>
      )}
      {/* How it fares is said here once its dialog was closed. */}
      <WriteStatus
        onPage
        state={looked ? { status: 'idle' } : write.state}
        onLookAgain={() => {
          write.reset();
          onChange();
        }}
      />
      {looked && (
        <ReasonDialog
          title={t(
            isApproved(looked)
              ? 'lanes.restoreTitle'
              : 'lanes.restoreUnapprovedTitle',
          )}
          act={actOf(looked)}
          label={t('lanes.reason')}
          state={write.state}
          // Also when there is nothing to release any more: that is said, and what was written stays.
          changed={newest?.etag !== looked.etag}
          onAct={async reason => {
            if (await write.run({ reason, etag: looked.etag })) {
              setLooked(undefined);
              onChange();
            }
          }}
          onClose={() => setLooked(undefined)}
          onLookAgain={() => {
            write.reset();
            setLooked(undefined);
            onChange();
          }}
        >
          <SentenceBanner
            tone={isApproved(looked) ? 'hold' : 'warn'}
            sentence={looked.sentence}
          />
        </ReasonDialog>
      )}
    </>
  );
}

function isApproved({ basis }: LaneRestore): boolean {
  return basis === 'approved';
}
