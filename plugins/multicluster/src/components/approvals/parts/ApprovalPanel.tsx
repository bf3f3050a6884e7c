import { Link } from '@backstage/core-components';
import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import {
  SentenceBanner,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode, useId } from 'react';
import { Note } from '../../delivery/parts/Note';
import { DecisionBar } from '../act/DecisionBar';
import { ItemKeeper } from '../act/ItemKeeper';
import { approvalLook } from '../model/approvalLook';
import { Deadline } from './Deadline';
import { RelatedNotes } from './RelatedNotes';
import { RequestLinks } from './RequestLinks';
import { RequestNotes } from './RequestNotes';
import { StepList } from './StepList';
import { SubjectFacts } from './SubjectFacts';
import { useApprovalLinks } from './useApprovalLinks';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';
import { VoteList } from './VoteList';
import { useTitleText } from './useTitleText';

/** Props of {@link ApprovalPanel}. @internal */
export interface ApprovalPanelProps {
  item: ApprovalItem;
  onChange(): void;
  /** Of the list that it is on. */
  keeper?: ItemKeeper;
  /** Before the title: what chooses it among others. */
  choice?: ReactNode;
  /** False: on its own page, which says the title already. */
  titled?: boolean;
  /** True: on the page of its run. */
  onRunPage?: boolean;
}

/** A request with everything one has to know to decide it, and the buttons. @internal */
export function ApprovalPanel(props: ApprovalPanelProps) {
  const { item, onChange, titled = true } = props;
  const { request, tone } = item;
  const { state, sentence } = request;
  // What is approved and waits for its time expires as well.
  const canExpire = state === 'pending' || state === 'held';
  const deadline = canExpire ? request.deadline : undefined;
  const further = request.notes.filter(({ text }) => text !== sentence.text);
  const classes = useApprovalStyles();
  const say = useSentence();
  const titleOf = useTitleText();
  const id = useId();
  return (
    <article
      className={classes.item}
      // Gets the keyboard when what was done here takes its button away.
      tabIndex={-1}
      {...(titled
        ? { 'aria-labelledby': id }
        : { 'aria-label': titleOf(request) })}
      data-request={request.id}
      data-state={state}
    >
      {(titled || deadline) && (
        <div className={classes.line}>
          {titled && <Title {...props} id={id} />}
          {deadline && <Deadline time={deadline} />}
        </div>
      )}
      <SentenceBanner sentence={sentence} tone={tone} />
      <RequestNotes item={item} />
      <SubjectFacts item={item} />
      {further.map((note, index) => (
        <Note key={index} look={{ shape: 'warn', tone: 'warn' }}>
          {say(note)}
        </Note>
      ))}
      <RelatedNotes item={item} />
      <VoteList request={request} />
      <StepList item={item} />
      <DecisionBar item={item} onChange={onChange} keeper={props.keeper}>
        <RequestLinks request={request} onRunPage={props.onRunPage} />
      </DecisionBar>
    </article>
  );
}

function Title(props: ApprovalPanelProps & { id: string }) {
  const { item, choice, id } = props;
  const { request } = item;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const links = useApprovalLinks();
  const look = approvalLook(item);
  const page = links.request(request.id);
  const title = useTitleText()(request);
  return (
    <>
      {choice && <span className={classes.choice}>{choice}</span>}
      {/* Its word is not shown: the sentence below says more, and both would be twice the same. */}
      <StateIcon
        shape={look.shape}
        tone={look.tone}
        label={t(`state.${request.state}`)}
      />
      <h3 className={classes.title} id={id}>
        {page ? <Link to={page}>{title}</Link> : title}
      </h3>
    </>
  );
}
