import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  LogResult,
  multiclusterPagesTranslationRef,
  multiclusterRunsTranslationRef,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useDrawerStyles } from '../../entity/drawer/useDrawerStyles';
import { LogSelection } from '../model/filterLog';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { useRunStyles } from './useRunStyles';

const SEVERITIES = ['all', 'error', 'success'] as const;

/** Props of {@link StageLogControls}. @internal */
export interface StageLogControlsProps {
  log: LogResult;
  /** How many lines are shown. */
  found: number;
  selection: LogSelection;
  following: boolean;
  wrap: boolean;
  onSelection(selection: LogSelection): void;
  onFollowing(following: boolean): void;
  onWrap(wrap: boolean): void;
}

/** What of a log is shown, and whether the screen follows it. @internal */
export function StageLogControls(props: StageLogControlsProps) {
  const { log, found, selection, following, wrap } = props;
  const { onSelection, onFollowing, onWrap } = props;
  const classes = useRunStyles();
  const shared = useDeliveryStyles();
  const { small } = useDrawerStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const { t: page } = useTranslationRef(multiclusterPagesTranslationRef);
  const running = log.status === 'following' || log.status === 'connecting';
  const narrowed = found < log.lines.length;
  const said = log.end?.sentence
    ? say(log.end.sentence)
    : page(`entity.log.${log.status}`);
  return (
    <div className={classes.controls}>
      <TextField
        type="search"
        size="small"
        variant="outlined"
        value={selection.text}
        placeholder={t('log.search')}
        InputProps={{ className: small }}
        inputProps={{ 'aria-label': t('log.search') }}
        onChange={event =>
          onSelection({ ...selection, text: event.target.value })
        }
      />
      <TextField
        select
        size="small"
        variant="outlined"
        value={selection.severity}
        InputProps={{ className: small }}
        SelectProps={{
          SelectDisplayProps: { 'aria-label': t('log.severity') },
        }}
        onChange={event =>
          onSelection({
            ...selection,
            severity: event.target.value as LogSelection['severity'],
          })
        }
      >
        {SEVERITIES.map(severity => (
          <MenuItem key={severity} value={severity}>
            {t(`log.${severity}`)}
          </MenuItem>
        ))}
      </TextField>
      {running ? (
        <Choice
          label={t('log.follow')}
          checked={following}
          onChange={onFollowing}
        />
      ) : (
        <Button size="small" variant="outlined" onClick={log.restart}>
          {t('log.again')}
        </Button>
      )}
      <Choice label={t('log.wrap')} checked={wrap} onChange={onWrap} />
      <span className={`${shared.quiet} ${shared.right}`}>
        {narrowed && (
          // Of a log that grows it would be read out with every line.
          <span role={running ? undefined : 'status'}>
            {t('log.found', {
              found: String(found),
              total: String(log.lines.length),
            })}{' '}
            ·{' '}
          </span>
        )}
        <span role="status" data-log-status={log.status}>
          {running && !following ? page('entity.log.paused') : said}
        </span>
      </span>
    </div>
  );
}

function Choice(props: {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  const { label, checked, onChange } = props;
  const { small } = useDrawerStyles();
  return (
    <FormControlLabel
      classes={{ label: small }}
      control={
        <Checkbox
          size="small"
          color="primary"
          checked={checked}
          onChange={event => onChange(event.target.checked)}
        />
      }
      label={label}
    />
  );
}
