import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ChangeBasis,
  GateEnforcement,
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
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { PanelBody } from '../../fleet/frame/PanelBody';
import { EnforcementTag } from '../parts/EnforcementTag';
import { useActorText } from '../parts/useActorText';
import { useApprovalLinks } from '../parts/useApprovalLinks';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

const LOOKS: Record<ChangeBasis, StateLook> = {
  approved: { shape: 'ok', tone: 'ok' },
  exempt: { shape: 'applied', tone: 'info' },
  'decided-elsewhere': { shape: 'applied', tone: 'warn' },
  'actor-unknown': { shape: 'unknown', tone: 'warn' },
  emergency: { shape: 'warn', tone: 'bad' },
  'before-observation': { shape: 'unknown', tone: 'stale' },
  'no-policy': { shape: 'zero', tone: 'stale' },
  'no-approval-found': { shape: 'bad', tone: 'bad' },
};

/** Changes of content, each with the ground on which it came. @internal */
export function ReportTable(props: { changes: ReportedChange[] }) {
  const { changes } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  if (changes.length === 0) {
    return <PanelBody>{t('report.none')}</PanelBody>;
  }
  return (
    // A region that scrolls has to be reached with the keyboard too.
    <TableContainer role="region" aria-label={t('report.table')} tabIndex={0}>
      <Table size="small" className={classes.wide}>
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
    </TableContainer>
  );
}

function ChangeRow(props: { change: ReportedChange }) {
  const { change } = props;
  const { at, subject, from, to, environment, clusters, basis } = change;
  const { enforcement, entityRefs, actors } = change;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const format = useTimeFormat();
  const links = useApprovalLinks();
  const actor = useActorText();
  const look = LOOKS[basis];
  const request = change.requestId && links.request(change.requestId);
  return (
    <TableRow data-basis={basis}>
      <TableCell className={classes.nowrap}>
        <time dateTime={at}>{format(at)}</time>
      </TableCell>
      <TableCell>
        {subject}
        <div className={classes.quiet}>
          {entityRefs.map(ref => (
            <EntityRefLink key={ref} entityRef={ref} hideIcon />
          ))}
        </div>
      </TableCell>
      {change.change ? (
        <TableCell>{say(change.change)}</TableCell>
      ) : (
        <TableCell className={classes.mono}>
          {`${
            from && from !== 'unknown' ? from : t('report.notKnown')
          } → ${to}`}
        </TableCell>
      )}
      <TableCell>
        <span className={classes.nowrap}>{environment}</span>
        <div className={classes.quiet}>{clusters.join(t('request.comma'))}</div>
      </TableCell>
      <TableCell>
        <span className={classes.line}>
          <StateIcon shape={look.shape} tone={look.tone} size={14} />
          {request ? (
            <Link to={request}>{t(`report.${basis}`)}</Link>
          ) : (
            <span>{t(`report.${basis}`)}</span>
          )}
          {isEnforcement(enforcement) && (
            <EnforcementTag enforcement={enforcement} />
          )}
        </span>
        {/* What the others say is in the columns beside. */}
        {basis === 'exempt' && (
          <div className={classes.quiet}>{say(change.sentence)}</div>
        )}
      </TableCell>
      <TableCell>{actors.map(actor).join(t('request.comma'))}</TableCell>
    </TableRow>
  );
}

function isEnforcement(one: string | undefined): one is GateEnforcement {
  return one === 'enforced' || one === 'cooperative' || one === 'observed';
}
