import {
  useAuditReport,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { Note } from '../../delivery/parts/Note';
import { FailedView } from '../../fleet/frame/FailedView';
import { PageBody } from '../../fleet/frame/PageBody';
import { Panel } from '../../fleet/frame/Panel';
import { PanelBody } from '../../fleet/frame/PanelBody';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { dayBefore, periodOf } from '../model/periodOf';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { CsvButton } from './CsvButton';
import { ReportControls } from './ReportControls';
import { ReportTable } from './ReportTable';

const WEEK_DAYS = 7;

/** Every change of content that was seen in a period, and on what ground it came. */
export function ReportPage() {
  const t = useApprovalText();
  const classes = useApprovalStyles();
  const say = useSentence();
  const [choice, setChoice] = useState(() => ({
    environment: '',
    from: dayBefore(WEEK_DAYS),
    to: dayBefore(0),
  }));
  const [cursors, setCursors] = useState<string[]>([]);
  const period = periodOf(choice.from, choice.to);
  const request = period && {
    ...period,
    environment: choice.environment || undefined,
  };
  const cursor = cursors[cursors.length - 1];
  const report = useAuditReport(request && { ...request, cursor });
  const { data, status, error, refresh } = report;
  return (
    <PageBody title={t('report.title')}>
      <Panel
        title={t('report.title')}
        aside={<CsvButton request={data ? request : undefined} />}
      >
        <ReportControls
          choice={choice}
          onChange={chosen => {
            setChoice(chosen);
            setCursors([]);
          }}
        />
        {!period && <PanelBody>{t('report.wrongWay')}</PanelBody>}
        <StaleNotice view={report} />
        {data && <ReportTable changes={data.changes} />}
        {!data && status === 'error' && (
          <FailedView
            error={error}
            permission="multicluster.audit.read"
            onRetry={refresh}
          />
        )}
        {!data && status === 'loading' && <SkeletonRows rows={4} />}
        {data?.nextCursor && (
          <PanelBody>
            <Button
              size="small"
              className={classes.button}
              onClick={() => setCursors([...cursors, data.nextCursor!])}
            >
              {t('report.more')}
            </Button>
          </PanelBody>
        )}
        {data && data.limits.length > 0 && (
          <div className={classes.item}>
            <h3 className={classes.sub}>{t('report.limits')}</h3>
            {data.limits.map(limit => (
              <Note key={limit.text} look={{ shape: 'unknown', tone: 'warn' }}>
                {say(limit)}
              </Note>
            ))}
          </div>
        )}
      </Panel>
    </PageBody>
  );
}
