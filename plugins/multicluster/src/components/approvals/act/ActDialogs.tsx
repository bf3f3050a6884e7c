import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Write } from '@fairway/backstage-plugin-multicluster-react';
import { useCallback, useState } from 'react';
import { useApprovalText } from '../parts/useApprovalText';
import { BreakGlassDialog } from './BreakGlassDialog';
import { ReasonDialog } from './ReasonDialog';
import { ApprovalAct, BoundAct } from './useApprovalActs';
import { VoteDialog } from './VoteDialog';
import { useTitleText } from '../parts/useTitleText';

/** Which dialog is open. @internal */
export type OpenDialog =
  | 'approve'
  | 'reject'
  | 'break-glass'
  | 'review'
  | 'continue'
  | 'roll-back'
  | 'abandon';

/** {@inheritDoc OpenDialog} @internal */
export function useOpenDialog() {
  const [open, setOpen] = useState<OpenDialog>();
  const hide = useCallback(() => setOpen(undefined), []);
  return { open, show: setOpen, hide };
}

/** Props of {@link ActDialogs}. @internal */
export interface ActDialogsProps {
  item: ApprovalItem;
  open: OpenDialog | undefined;
  acts: Write<BoundAct, ApprovalItem>;
  onClose(): void;
  onLookAgain(): void;
}

/** The dialog that is open; closes when what it asks for was done, and stays when it was refused. @internal */
export function ActDialogs(props: ActDialogsProps) {
  const { item, open, acts, onClose, onLookAgain } = props;
  const { request } = item;
  const t = useApprovalText();
  const titleOf = useTitleText();
  const onAct = async (act: ApprovalAct) => {
    if (await acts.run({ act, on: request })) {
      onClose();
    }
  };
  const common = { state: acts.state, onClose, onLookAgain };
  switch (open) {
    case undefined:
      return null;
    case 'approve':
    case 'reject':
      return (
        <VoteDialog {...common} item={item} decision={open} onAct={onAct} />
      );
    case 'break-glass':
      return <BreakGlassDialog {...common} request={request} onAct={onAct} />;
    case 'review':
      return (
        <ReasonDialog
          {...common}
          title={titleOf(request)}
          act={t('vote.review')}
          label={t('vote.comment')}
          onAct={comment => onAct({ kind: 'review', comment })}
        />
      );
    default:
      return (
        <ReasonDialog
          {...common}
          title={t('vote.resolveTitle')}
          act={t(open === 'roll-back' ? 'vote.rollBack' : `vote.${open}`)}
          label={t('lanes.reason')}
          danger={open !== 'continue'}
          onAct={reason => onAct({ kind: 'resolve', action: open, reason })}
        />
      );
  }
}
