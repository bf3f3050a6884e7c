import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import Button from '@material-ui/core/Button';
import { ReactNode } from 'react';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { useRefusalText } from '../parts/useRefusalText';
import { ActDialogs, OpenDialog, useOpenDialog } from './ActDialogs';
import { useApprovalActs } from './useApprovalActs';
import { useSecondsUntil } from './useSecondsUntil';
import { WriteStatus } from './WriteStatus';

/** Props of {@link DecisionBar}. @internal */
export interface DecisionBarProps {
  item: ApprovalItem;
  /** Reads again what is on screen. */
  onChange(): void;
  /** On the right of the buttons. */
  children?: ReactNode;
}

/**
 * What the reader can do with a request now, and why not where they cannot. Whether they may is judged again when they do.
 *
 * @internal
 */
export function DecisionBar(props: DecisionBarProps) {
  const { item, onChange, children } = props;
  const { can, request } = item;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const refusal = useRefusalText();
  const { open, show, hide } = useOpenDialog();
  const acts = useApprovalActs(item, onChange);
  const seconds = useSecondsUntil(request.recallUntil);
  const start = (dialog: OpenDialog) => {
    acts.reset();
    show(dialog);
  };
  const busy =
    acts.state.status === 'sending' || acts.state.status === 'confirming';
  const voting = request.state === 'pending' || request.state === 'held';
  return (
    <div className={classes.body}>
      <div className={classes.bar}>
        {can.approve.allowed && (
          <Button
            variant="contained"
            color="primary"
            disableElevation
            disabled={busy}
            onClick={() => start('approve')}
          >
            {t('vote.approve')}
          </Button>
        )}
        {can.reject.allowed && (
          <Button
            variant="outlined"
            disabled={busy}
            onClick={() => start('reject')}
          >
            {t('vote.reject')}
          </Button>
        )}
        {can.recall.allowed && (
          <Button
            variant="contained"
            color="primary"
            disableElevation
            disabled={busy}
            onClick={() => acts.run({ kind: 'recall' })}
          >
            {seconds === undefined
              ? t('vote.recall')
              : t('vote.recallFor', { seconds: String(seconds) })}
          </Button>
        )}
        {can.withdraw.allowed && (
          <Button
            disabled={busy}
            onClick={() => acts.run({ kind: 'withdraw' })}
          >
            {t('vote.withdraw')}
          </Button>
        )}
        {can.breakGlass.allowed && (
          <Button disabled={busy} onClick={() => start('break-glass')}>
            {t('vote.breakGlass')}
          </Button>
        )}
        {can.resolve.allowed &&
          request.halted?.may.map(action => (
            <Button
              key={action}
              variant="outlined"
              disabled={busy}
              onClick={() => start(action)}
            >
              {t(action === 'roll-back' ? 'vote.rollBack' : `vote.${action}`)}
            </Button>
          ))}
        {request.breakGlass &&
          !request.breakGlass.reviewedBy &&
          can.resolve.allowed && (
            <Button
              variant="outlined"
              disabled={busy}
              onClick={() => start('review')}
            >
              {t('vote.review')}
            </Button>
          )}
        {voting && !can.approve.allowed && can.approve.code && (
          <span className={classes.quiet} data-refusal={can.approve.code}>
            {refusal(can.approve)}
          </span>
        )}
        {children && <span className={classes.right}>{children}</span>}
      </div>
      {!open && <WriteStatus state={acts.state} onLookAgain={onChange} />}
      <ActDialogs
        item={item}
        open={open}
        acts={acts}
        onClose={hide}
        onLookAgain={() => {
          hide();
          acts.reset();
          onChange();
        }}
      />
    </div>
  );
}
