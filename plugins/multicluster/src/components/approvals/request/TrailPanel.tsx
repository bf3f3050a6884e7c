import {
  ApprovalRequest,
  AuditEntry,
} from '@fairway/backstage-plugin-multicluster-common';
import { Age } from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from '../../fleet/frame/Panel';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { VoteList } from '../parts/VoteList';

/** Votes of all kinds, and everything that happened to a request, newest last. @internal */
export function TrailPanel(props: {
  request: ApprovalRequest;
  trail: AuditEntry[];
}) {
  const { request, trail } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  return (
    <Panel title={t('request.trail')}>
      <div className={classes.pad}>
        <VoteList request={request} all />
      </div>
      <ol className={classes.plain}>
        {trail.map(({ seq, at, actor, action, payload }) => (
          <li key={seq} className={classes.row}>
            <span className={classes.quiet}>{seq}</span>
            <span className={classes.line}>
              <span className={classes.mono}>{action}</span>
              <span>{actor}</span>
              {payload === undefined && (
                <span className={classes.quiet}>{t('request.erased')}</span>
              )}
            </span>
            <Age time={at} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
