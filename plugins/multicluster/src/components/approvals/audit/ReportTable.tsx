import { Link } from '@backstage/core-components';
import {
  ChangeBasis,
  ReportedChange,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  StateIcon,
  StateLook,
  useSentence,
  useTimeFormat,
} from '@fairway/backstage-plugin-multicluster-react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { PanelBody } from '../../fleet/frame/PanelBody';
import { useApprovalLinks } from '../parts/useApprovalLinks';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

const LOOKS: Record<ChangeBasis, StateLook> = {
  approved: { shape: 'ok', tone: 'ok' },
  exempt: { shape: 'applied', tone: 'info' },
  'decided-elsewhere': { shape: 'applied', tone: 'warn' },
  'actor-unknown': { shape: 'unknown', tone: 'warn' },
  emergency: { shape: 'warn', tone: 'bad' },
  'no-approval-found': { shape: 'bad', tone: 'bad' },
};

/** Changes of content, each with the ground on which it came. @internal */
export function ReportTable(props: { changes: ReportedChange[] }) {
  const { changes } = props;
  const t = useApprovalText();
  if (changes.length === 0) {
    return <PanelBody>{t('report.none')}</PanelBody>;
  }
  return (
    <Table size="small" aria-label={t('report.table')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('report.at')}</TableCell>
          <TableCell>{t('report.subject')}</TableCell>
          <TableCell>{t('report.change')}</TableCell>
          <TableCell>{t('report.where')}</TableCell>
          <TableCell>{t('report.basis')}</TableCell>
          <TableCell>{t('report.who')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map((change, index) => (
          <ChangeRow key={index} change={change} />
        ))}
      </TableBody>
    </Table>
  );
}

function ChangeRow(props: { change: ReportedChange }) {
  const { change } = props;
  const { at, subject, from, to, environment, clusters, basis } = change;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const format = useTimeFormat();
  const links = useApprovalLinks();
  const look = LOOKS[basis];
  const request = change.requestId && links.request(change.requestId);
  return (
    <TableRow data-basis={basis}>
      <TableCell>
        <time dateTime={at}>{format(at)}</time>
      </TableCell>
      <TableCell>{subject}</TableCell>
      <TableCell className={classes.mono}>{`${from ?? '–'} → ${to}`}</TableCell>
      <TableCell>
        {environment}
        <div className={classes.quiet}>{clusters.join(', ')}</div>
      </TableCell>
      <TableCell>
        <span className={classes.line}>
          <StateIcon shape={look.shape} tone={look.tone} size={14} />
          {request ? (
            <Link to={request}>{t(`report.${basis}`)}</Link>
          ) : (
            <span>{t(`report.${basis}`)}</span>
          )}
        </span>
        <div className={classes.quiet}>{say(change.sentence)}</div>
      </TableCell>
      <TableCell>{change.actors.join(', ')}</TableCell>
    </TableRow>
  );
}
