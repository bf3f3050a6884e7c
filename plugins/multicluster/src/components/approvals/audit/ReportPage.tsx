import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
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
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { LabelledField } from '../parts/LabelledField';
import { useApprovalText } from '../parts/useApprovalText';
import { ReportTable } from './ReportTable';
import { saveCsv } from './saveCsv';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

/** Every change of content that was seen in a period, and on what ground it came. */
export function ReportPage() {
  const t = useApprovalText();
  const classes = useApprovalStyles();
  const say = useSentence();
  const discovery = useApi(discoveryApiRef);
  const { fetch } = useApi(fetchApiRef);
  const [environment, setEnvironment] = useState('');
  const [from, setFrom] = useState(() => dayBefore(WEEK_DAYS));
  const [to, setTo] = useState(() => dayBefore(-1));
  const [cursors, setCursors] = useState<string[]>([]);
  const request = {
    environment: environment.trim() || undefined,
    from: `${from}T00:00:00Z`,
    to: `${to}T00:00:00Z`,
  };
  const cursor = cursors[cursors.length - 1];
  const report = useAuditReport(
    from && to && from < to ? { ...request, cursor } : undefined,
  );
  const { data, status, error, refresh } = report;
  const change = (set: (value: string) => void) => (value: string) => {
    set(value);
    setCursors([]);
  };
  return (
    <PageBody>
      <Panel
        title={t('report.title')}
        aside={
          <Button
            size="small"
            variant="outlined"
            disabled={!data}
            onClick={() => saveCsv({ discovery, fetch, request })}
          >
            {t('report.csv')}
          </Button>
        }
      >
        <div className={classes.controls}>
          <Field
            label={t('report.environment')}
            placeholder={t('report.every')}
            value={environment}
            onChange={change(setEnvironment)}
          />
          <Field
            type="date"
            label={t('report.from')}
            value={from}
            onChange={change(setFrom)}
          />
          <Field
            type="date"
            label={t('report.to')}
            value={to}
            onChange={change(setTo)}
          />
        </div>
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
        {data && data.limits.length > 0 && (
          <PanelBody>
            <h3 className={classes.sub}>{t('report.limits')}</h3>
            {data.limits.map(limit => (
              <Note key={limit.text} look={{ shape: 'unknown', tone: 'warn' }}>
                {say(limit)}
              </Note>
            ))}
          </PanelBody>
        )}
        {data?.nextCursor && (
          <PanelBody>
            <Button
              size="small"
              onClick={() => setCursors([...cursors, data.nextCursor!])}
            >
              {t('report.more')}
            </Button>
          </PanelBody>
        )}
      </Panel>
    </PageBody>
  );
}

function Field(props: {
  label: string;
  value: string;
  type?: string;
  placeholder?: string;
  onChange(value: string): void;
}) {
  const { label, value, type, placeholder, onChange } = props;
  return (
    <LabelledField
      size="small"
      label={label}
      type={type}
      placeholder={placeholder}
      InputLabelProps={{ shrink: true }}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  );
}
