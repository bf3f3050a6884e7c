import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { useSentence } from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';
import { saysWhoMay } from '../model/saysWhoMay';
import { EnforcementTag } from '../parts/EnforcementTag';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useRefusalText } from '../parts/useRefusalText';
import { ActDialogs, OpenDialog, useOpenDialog } from './ActDialogs';
import { DecisionButtons } from './DecisionButtons';
import { ItemKeeper } from './ItemKeeper';
import { useFocusAfter } from './useFocusAfter';
import { useToldActs } from './useToldActs';
import { WriteStatus } from './WriteStatus';

/** Props of {@link DecisionBar}. @internal */
export interface DecisionBarProps {
  item: ApprovalItem;
  /** Reads again what is on screen. */
  onChange(): void;
  /** Of the list that it is on. */
  keeper?: ItemKeeper;
  /** On the right of the buttons. */
  children?: ReactNode;
}

/**
 * What the reader can do with a request now and what comes of it, and why not where they cannot. Whether they may is judged
 * again when they do.
 *
 * @internal
 */
export function DecisionBar(props: DecisionBarProps) {
  const { item, onChange, keeper, children } = props;
  const classes = useApprovalStyles();
  const { open, show, hide } = useOpenDialog();
  const acts = useToldActs(open?.looked ?? item, item, onChange, keeper);
  const start = (kind: OpenDialog['kind']) => {
    acts.reset();
    keeper?.keep(item);
    show({ kind, looked: item });
  };
  const { status } = acts.state;
  const isBusy = status === 'sending' || status === 'confirming';
  const root = useFocusAfter(!open && status === 'done');
  return (
    <div className={classes.body} ref={root}>
      <div className={classes.bar}>
        <DecisionButtons item={item} acts={acts} onOpen={start} />
        {item.request.closedAt === undefined && (
          <EnforcementTag enforcement={item.request.enforcement} />
        )}
        <Meaning item={item} />
        {children && <span className={classes.right}>{children}</span>}
      </div>
      {/* There from the start: what appears together with its region is read out by nobody. */}
      <WriteStatus
        state={open ? { status: 'idle' } : acts.state}
        onPage
        done={acts.taken}
        onLookAgain={onChange}
      />
      <ActDialogs
        newest={item}
        open={open}
        acts={acts}
        onDone={hide}
        onClose={() => {
          hide();
          if (!isBusy) {
            keeper?.letGo(item);
          }
        }}
        onLookAgain={() => {
          hide();
          acts.reset();
          onChange();
        }}
      />
    </div>
  );
}

/** What an approval would do, or why the reader's would not count; nothing that the request itself says above already. */
function Meaning(props: { item: ApprovalItem }) {
  const { request, can } = props.item;
  const { allowed, code, sentence } = can.approve;
  const classes = useApprovalStyles();
  const say = useSentence();
  const refusal = useRefusalText();
  const voting = request.state === 'pending' || request.state === 'held';
  if (!voting) {
    return null;
  }
  if (allowed) {
    return sentence ? (
      <span className={classes.quiet}>{say(sentence)}</span>
    ) : null;
  }
  return saysWhoMay(request) ? (
    <span className={classes.quiet} data-refusal={code}>
      {refusal(can.approve)}
    </span>
  ) : null;
}
