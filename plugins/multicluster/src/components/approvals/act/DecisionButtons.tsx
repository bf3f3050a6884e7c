import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Write } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { OpenDialog } from './ActDialogs';
import { BoundAct } from './useApprovalActs';
import { useSecondsUntil } from './useSecondsUntil';

/** Props of {@link DecisionButtons}. @internal */
export interface DecisionButtonsProps {
  item: ApprovalItem;
  acts: Write<BoundAct, ApprovalItem>;
  /** Opens the dialog that asks what goes with it. */
  onOpen(kind: OpenDialog['kind']): void;
}

/** The buttons of what the reader may do with a request now; no button for what they may not. @internal */
export function DecisionButtons(props: DecisionButtonsProps) {
  const { item, acts, onOpen } = props;
  const { can, request, tone } = item;
  const t = useApprovalText();
  const seconds = useSecondsUntil(request.recallUntil);
  const { status } = acts.state;
  const button = {
    size: 'small',
    className: useApprovalStyles().button,
    disableElevation: true,
    disabled: status === 'sending' || status === 'confirming',
  } as const;
  const first = { variant: 'contained', color: 'primary' } as const;
  const beside = { variant: 'outlined' } as const;
  return (
    <>
      {can.approve.allowed && (
        <Button {...button} {...first} onClick={() => onOpen('approve')}>
          {t('vote.approve')}
        </Button>
      )}
      {can.reject.allowed && (
        <Button {...button} variant="outlined" onClick={() => onOpen('reject')}>
          {t('vote.reject')}
        </Button>
      )}
      {can.recall.allowed && (
        <Button
          {...button}
          // A way back and nothing that waits to be done, least of all for those who did not decide it.
          {...beside}
          onClick={() => acts.run({ act: { kind: 'recall' }, on: request })}
        >
          {seconds === undefined
            ? t('vote.recall')
            : t('vote.recallFor', { seconds: String(seconds) })}
        </Button>
      )}
      {/* Taking back a decision takes back the vote that made it. */}
      {can.withdraw.allowed && !can.recall.allowed && (
        <Button
          {...button}
          onClick={() => acts.run({ act: { kind: 'withdraw' }, on: request })}
        >
          {t('vote.withdraw')}
        </Button>
      )}
      {can.breakGlass.allowed && (
        <Button {...button} onClick={() => onOpen('break-glass')}>
          {t('vote.breakGlass')}
        </Button>
      )}
      {can.resolve.allowed &&
        request.halted?.may.map(action => (
          <Button
            {...button}
            {...(action === 'continue' && tone === 'hold' ? first : beside)}
            key={action}
            onClick={() => onOpen(action)}
          >
            {t(action === 'roll-back' ? 'vote.rollBack' : `vote.${action}`)}
          </Button>
        ))}
      {can.review.allowed && (
        <Button {...button} variant="outlined" onClick={() => onOpen('review')}>
          {t('vote.review')}
        </Button>
      )}
    </>
  );
}
