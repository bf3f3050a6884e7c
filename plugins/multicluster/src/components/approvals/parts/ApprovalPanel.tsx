import { Link } from '@backstage/core-components';
import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import {
  SentenceBanner,
  StateIcon,
  ToolLink,
  useSentence,
  useTimeFormat,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode, useId } from 'react';
import { Note } from '../../delivery/parts/Note';
import { DecisionBar } from '../act/DecisionBar';
import { approvalLook } from '../model/approvalLook';
import { EnforcementTag } from './EnforcementTag';
import { StepList } from './StepList';
import { SubjectFacts } from './SubjectFacts';
import { useApprovalLinks } from './useApprovalLinks';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';
import { VoteList } from './VoteList';

/** Props of {@link ApprovalPanel}. @internal */
export interface ApprovalPanelProps {
  item: ApprovalItem;
  onChange(): void;
  /** Before the title: what chooses it among others. */
  choice?: ReactNode;
  /** False: on its own page, which says the title already. */
  titled?: boolean;
}

/** A request with everything one has to know to decide it, and the buttons. @internal */
export function ApprovalPanel(props: ApprovalPanelProps) {
  const { item, onChange, choice, titled = true } = props;
  const { request, related, tone } = item;
  const { state, run, gate, deadline, notes, halted, stop } = request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const format = useTimeFormat();
  const links = useApprovalLinks();
  const id = useId();
  const look = approvalLook(state);
  const page = links.request(request.id);
  const runPage = run && links.run(run.id);
  return (
    <article
      className={classes.item}
      aria-labelledby={id}
      data-request={request.id}
      data-state={state}
    >
      <div className={classes.line}>
        {choice}
        <StateIcon shape={look.shape} tone={look.tone} />
        <h3 className={classes.title} id={id}>
          {titled && page ? (
            <Link to={page}>{request.title}</Link>
          ) : (
            request.title
          )}
        </h3>
        <EnforcementTag enforcement={request.enforcement} />
        <span className={classes.quiet}>{t(`state.${state}`)}</span>
        {deadline && state === 'pending' && (
          <time
            dateTime={deadline}
            className={`${classes.quiet} ${classes.right}`}
          >
            {t('request.until', { time: format(deadline) })}
          </time>
        )}
      </div>
      <SentenceBanner sentence={request.sentence} tone={tone} />
      {stop && (
        <Note look={{ shape: 'stop', tone: 'bad' }}>
          {t('stop.stopped', {
            by: stop.by,
            time: format(stop.until),
            reason: stop.reason,
          })}
        </Note>
      )}
      {halted && (
        <Note look={{ shape: 'warn', tone: 'bad' }}>
          {say(halted.sentence)}
        </Note>
      )}
      <BreakGlassNote item={item} />
      <SubjectFacts item={item} />
      {notes.map((note, index) => (
        <Note key={index} look={{ shape: 'warn', tone: 'warn' }}>
          {say(note)}
        </Note>
      ))}
      {related.map(other => (
        <Note key={other.id} look={{ shape: 'applied', tone: 'info' }}>
          {t('inbox.related', { title: other.title })}
        </Note>
      ))}
      <VoteList request={request} />
      <StepList steps={request.steps} />
      <DecisionBar item={item} onChange={onChange}>
        {runPage ? (
          <Link to={runPage}>{run.pipeline}</Link>
        ) : (
          gate?.url && (
            <ToolLink url={gate.url}>
              {t('request.openTool', {
                tool: request.tool ?? t('request.theTool'),
              })}
            </ToolLink>
          )
        )}
      </DecisionBar>
    </article>
  );
}

function BreakGlassNote(props: { item: ApprovalItem }) {
  const { breakGlass } = props.item.request;
  const t = useApprovalText();
  const format = useTimeFormat();
  if (!breakGlass) {
    return null;
  }
  const { by, reason, reviewBy, reviewedBy } = breakGlass;
  const after = reviewedBy
    ? t('request.reviewed', { name: reviewedBy })
    : reviewBy && t('request.reviewBy', { time: format(reviewBy) });
  return (
    <Note look={{ shape: 'warn', tone: 'bad' }}>
      {t('request.review', { name: by, reason })}
      {after && ` · ${after}`}
    </Note>
  );
}
