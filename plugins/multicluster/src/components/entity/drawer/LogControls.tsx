import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import {
  LogResult,
  multiclusterPagesTranslationRef,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useDrawerStyles } from './useDrawerStyles';

/** Props of {@link LogControls}. @internal */
export interface LogControlsProps {
  log: LogResult;
  paused: boolean;
  wrap: boolean;
  previous: boolean;
  onPaused(paused: boolean): void;
  onWrap(wrap: boolean): void;
  onPrevious(previous: boolean): void;
}

/** How the log is shown, and whether it goes on. @internal */
export function LogControls(props: LogControlsProps) {
  const { log, paused, wrap, previous, onPaused, onWrap, onPrevious } = props;
  const classes = useDrawerStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const running = log.status === 'following' || log.status === 'connecting';
  const said = log.end?.sentence
    ? say(log.end.sentence)
    : t(`entity.log.${log.status}`);
  return (
    <div className={`${classes.section} ${classes.line}`}>
      {running ? (
        <Button
          size="small"
          variant="outlined"
          aria-pressed={paused}
          onClick={() => onPaused(!paused)}
        >
          {paused ? t('entity.log.resume') : t('entity.log.pause')}
        </Button>
      ) : (
        <Button size="small" variant="outlined" onClick={log.restart}>
          {t('entity.log.again')}
        </Button>
      )}
      <FormControlLabel
        classes={{ label: classes.small }}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={wrap}
            onChange={event => onWrap(event.target.checked)}
          />
        }
        label={t('entity.log.wrap')}
      />
      <FormControlLabel
        classes={{ label: classes.small }}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={previous}
            onChange={event => onPrevious(event.target.checked)}
          />
        }
        label={t('entity.log.previous')}
      />
      <span
        className={`${classes.quiet} ${classes.grow}`}
        role="status"
        data-log-status={log.status}
      >
        {paused && running ? t('entity.log.paused') : said}
      </span>
    </div>
  );
}
