import { SubjectDiff } from '@fairway/backstage-plugin-multicluster-common';
import { useSentence } from '@fairway/backstage-plugin-multicluster-react';
import { DiffLines } from '../../delivery/parts/DiffLines';
import { Panel } from '../../fleet/frame/Panel';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

/** What each cluster would get, beside what it has. @internal */
export function DiffPanel(props: { diff: SubjectDiff[] }) {
  const { diff } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  return (
    <Panel title={t('request.diff')}>
      <div className={classes.pad}>
        {diff.map(({ cluster, object, hunks, note }) => (
          <section key={`${cluster}/${object}`} data-diff={object}>
            <h3 className={classes.sub}>{`${cluster}: ${object}`}</h3>
            {note && <div className={classes.quiet}>{say(note)}</div>}
            {hunks?.map(({ line, lines }) => (
              <DiffLines key={line} name={object} lines={lines} />
            ))}
          </section>
        ))}
      </div>
    </Panel>
  );
}
