import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { WriteStatus } from '../act/WriteStatus';
import { Note } from '../../delivery/parts/Note';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { useRefusalText } from '../parts/useRefusalText';
import { BulkDialog } from './BulkDialog';
import { BulkResult, BulkVote } from './useBulkVote';
import { useTitleText } from '../parts/useTitleText';

/** Props of {@link BulkBar}. @internal */
export interface BulkBarProps {
  bulk: BulkVote;
  onLookAgain(): void;
}

/** Approves what was chosen, and says of each that was not taken why. @internal */
export function BulkBar(props: BulkBarProps) {
  const { bulk, onLookAgain } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  // What the dialog names is what is approved: the list goes on beneath it.
  const [looked, setLooked] = useState<ApprovalItem[]>();
  const { chosen, results } = bulk;
  const count = chosen.length;
  const { status } = bulk.state;
  const busy = status === 'sending' || status === 'confirming';
  // What was not taken is said also when nothing of it is on screen any more.
  const failed = status === 'refused' || status === 'lost';
  const said = busy || failed || results.length > 0;
  if (count === 0 && !looked && !said) {
    return null;
  }
  return (
    <div className={classes.pad}>
      {count > 0 && (
        <div className={classes.bar}>
          <span>{t('inbox.chosen', { count })}</span>
          <Button
            size="small"
            variant="contained"
            color="primary"
            disableElevation
            className={classes.button}
            // A dialog opened meanwhile would look fresh, and its button would do nothing.
            disabled={busy}
            onClick={() => {
              bulk.reset();
              setLooked(chosen);
            }}
          >
            {t('inbox.approveChosen')}
          </Button>
          <Button
            size="small"
            className={classes.button}
            onClick={bulk.chooseAll}
          >
            {t('inbox.chooseAll')}
          </Button>
          <Button
            size="small"
            className={classes.button}
            onClick={bulk.chooseNone}
          >
            {t('inbox.chooseNone')}
          </Button>
        </div>
      )}
      {/* How it fares is said here once its dialog was closed. */}
      <WriteStatus
        onPage
        state={looked ? { status: 'idle' } : bulk.state}
        onLookAgain={onLookAgain}
      />
      {looked && (
        <BulkDialog
          bulk={bulk}
          looked={looked}
          onClose={() => setLooked(undefined)}
          onLookAgain={() => {
            setLooked(undefined);
            onLookAgain();
          }}
        />
      )}
      {results.length > 0 && <Results results={results} />}
    </div>
  );
}

function Results(props: { results: BulkResult[] }) {
  const { results } = props;
  const t = useApprovalText();
  const refusal = useRefusalText();
  const titleOf = useTitleText();
  const refused = results.filter(({ error }) => error !== undefined);
  return (
    <div role="status">
      {t('inbox.bulkDone', {
        done: String(results.length - refused.length),
        total: String(results.length),
      })}
      {refused.map(({ id, on, error }) => (
        <Note key={id} look={{ shape: 'warn', tone: 'bad' }}>
          {t('inbox.notOne', {
            title: titleOf(on),
            reason: refusal({ code: error?.code, said: error?.message }),
          })}
        </Note>
      ))}
    </div>
  );
}
