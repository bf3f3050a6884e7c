import { BulkVoteResult } from '@fairway/backstage-plugin-multicluster-common';
import { WriteState } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { Note } from '../../delivery/parts/Note';
import { WriteStatus } from '../act/WriteStatus';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { useRefusalText } from '../parts/useRefusalText';

/** Props of {@link BulkBar}. @internal */
export interface BulkBarProps {
  count: number;
  results: BulkVoteResult[];
  /** Titles by the id of the request. */
  titles: ReadonlyMap<string, string>;
  state: WriteState;
  onApprove(): void;
  onLookAgain(): void;
}

/** Approves what was chosen, and says of each that was not taken why. @internal */
export function BulkBar(props: BulkBarProps) {
  const { count, results, titles, state, onApprove, onLookAgain } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const refusal = useRefusalText();
  const refused = results.filter(({ error }) => error !== undefined);
  if (count === 0 && results.length === 0) {
    return null;
  }
  return (
    <div className={classes.pad}>
      {count > 0 && (
        <div className={classes.bar}>
          <span>{t('inbox.chosen', { count })}</span>
          <Button
            variant="contained"
            color="primary"
            disableElevation
            disabled={
              state.status === 'sending' || state.status === 'confirming'
            }
            onClick={onApprove}
          >
            {t('inbox.approveChosen')}
          </Button>
        </div>
      )}
      <WriteStatus state={state} onLookAgain={onLookAgain} />
      {results.length > 0 && (
        <div role="status">
          {t('inbox.bulkDone', {
            done: String(results.length - refused.length),
            total: String(results.length),
          })}
          {refused.map(({ id, error }) => (
            <Note key={id} look={{ shape: 'warn', tone: 'bad' }}>
              {t('inbox.notOne', {
                title: titles.get(id) ?? id,
                reason: refusal({
                  code: error?.code,
                  error: new Error(error?.message),
                }),
              })}
            </Note>
          ))}
        </div>
      )}
    </div>
  );
}
