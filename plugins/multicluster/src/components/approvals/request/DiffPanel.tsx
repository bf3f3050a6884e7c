import {
  ApprovalRequest,
  SubjectDiff,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ErrorState,
  useApprovalDiff,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { AskedDetails } from '../../delivery/parts/AskedDetails';
import { DiffLines } from '../../delivery/parts/DiffLines';
import { Panel } from '../../fleet/frame/Panel';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

type Looked = Pick<ApprovalRequest, 'id' | 'generation'>;

/** What each cluster would get, beside what it has; read only once somebody opens it. @internal */
export function DiffPanel(props: { request: Looked }) {
  const { id, generation } = props.request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  return (
    <Panel title={t('request.diff')}>
      <div className={classes.pad}>
        <AskedDetails title={t('request.diffShow')}>
          <Diff request={{ id, generation }} />
        </AskedDetails>
      </div>
    </Panel>
  );
}

function Diff(props: { request: Looked }) {
  const { data, status, error, refresh } = useApprovalDiff(props.request);
  const classes = useApprovalStyles();
  const say = useSentence();
  if (!data) {
    return status === 'error' ? (
      <ErrorState error={error} onRetry={refresh} />
    ) : (
      <SkeletonRows rows={2} />
    );
  }
  return (
    <>
      {data.basis.map(sentence => (
        <div key={sentence.text} className={classes.quiet}>
          {say(sentence)}
        </div>
      ))}
      {data.diff.map(item => (
        <ObjectDiff key={`${item.cluster}/${item.object}`} diff={item} />
      ))}
    </>
  );
}

function ObjectDiff(props: { diff: SubjectDiff }) {
  const { cluster, object, hunks, note } = props.diff;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  return (
    <section data-diff={object}>
      <h3 className={classes.sub}>{`${cluster}: ${object}`}</h3>
      {note && <div className={classes.quiet}>{say(note)}</div>}
      {hunks?.length === 0 && <div>{t('request.diffSame')}</div>}
      {hunks?.map(({ line, lines }) => (
        <DiffLines key={line} name={object} lines={lines} />
      ))}
    </section>
  );
}
