import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Write } from '@fairway/backstage-plugin-multicluster-react';
import { useCallback, useState } from 'react';
import { useApprovalText } from '../parts/useApprovalText';
import { isAnother } from '../model/isAnother';
import { BreakGlassDialog } from './BreakGlassDialog';
import { ReasonDialog } from './ReasonDialog';
import { ApprovalAct, BoundAct } from './useApprovalActs';
import { VoteDialog } from './VoteDialog';
import { useTitleText } from '../parts/useTitleText';

/** Which dialog is open. @internal */
export interface OpenDialog {
  kind:
    | 'approve'
    | 'reject'
    | 'break-glass'
    | 'review'
    | 'continue'
    | 'roll-back'
    | 'abandon';
  /** As it was when the dialog opened: that is what it shows and what is sent, while the page goes on beneath it. */
  looked: ApprovalItem;
}

/** {@inheritDoc OpenDialog} @internal */
export function useOpenDialog() {
  const [open, setOpen] = useState<OpenDialog>();
  const hide = useCallback(() => setOpen(undefined), []);
  return { open, show: setOpen, hide };
}

/** Props of {@link ActDialogs}. @internal */
export interface ActDialogsProps {
  /** As it is by now. */
  newest: ApprovalItem;
  open: OpenDialog | undefined;
  acts: Write<BoundAct, ApprovalItem>;
  /** It was done. */
  onDone(): void;
  /** It was left without. */
  onClose(): void;
  onLookAgain(): void;
}

/** The dialog that is open; closes when what it asks for was done, and stays when it was refused. @internal */
export function ActDialogs(props: ActDialogsProps) {
  const { newest, open, acts, onDone, onClose, onLookAgain } = props;
  const t = useApprovalText();
  const titleOf = useTitleText();
  if (!open) {
    return null;
  }
  const { kind, looked } = open;
  const { request } = looked;
  const onAct = async (act: ApprovalAct) => {
    if (await acts.run({ act, on: request })) {
      onDone();
    }
  };
  const common = {
    state: acts.state,
    changed: isChanged(open, newest),
    onClose,
    onLookAgain,
  };
  switch (kind) {
    case 'approve':
    case 'reject':
      return (
        <VoteDialog {...common} item={looked} decision={kind} onAct={onAct} />
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
          act={t(kind === 'roll-back' ? 'vote.rollBack' : `vote.${kind}`)}
          label={t('lanes.reason')}
          danger={kind !== 'continue'}
          onAct={reason => onAct({ kind: 'resolve', action: kind, reason })}
        />
      );
  }
}

/**
 * Whether the act of a dialog would be refused because it is another by now. Votes of others change the ETag and nothing of what
 * is decided about; how a halt goes on is said of the very halt that was looked at.
 */
function isChanged(
  { kind, looked }: OpenDialog,
  newest: ApprovalItem,
): boolean {
  const resolves =
    kind === 'continue' || kind === 'roll-back' || kind === 'abandon';
  return (
    isAnother(looked.request, newest.request) ||
    (resolves && looked.request.etag !== newest.request.etag)
  );
}
