import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { StateIcon } from '../StateIcon';
import { errorStatus } from '../../store/errorStatus';
import { useText } from '../../translation/useText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(2, 2.5, 2.5),
    },
    icon: { paddingTop: 2 },
    title: { fontWeight: 500 },
    detail: { overflowWrap: 'anywhere', marginBottom: theme.spacing(1) },
  }),
  { name: 'MulticlusterErrorState' },
);

const WORDS: Record<
  number,
  {
    title: 'empty.errorTitle' | 'empty.forbiddenTitle' | 'empty.notFoundTitle';
    text: 'empty.unansweredText' | 'empty.forbiddenText' | 'empty.notFoundText';
  }
> = {
  0: { title: 'empty.errorTitle', text: 'empty.unansweredText' },
  403: { title: 'empty.forbiddenTitle', text: 'empty.forbiddenText' },
  404: { title: 'empty.notFoundTitle', text: 'empty.notFoundText' },
};

/** Props of {@link ErrorState}. @public */
export interface ErrorStateProps {
  error: Error | undefined;
  onRetry?(): void;
}

/**
 * Why nothing can be shown: forbidden, not found, or no answer; each with what to do about it.
 *
 * @public
 */
export function ErrorState(props: ErrorStateProps) {
  const { error, onRetry } = props;
  const classes = useStyles();
  const t = useText();
  const status = errorStatus(error);
  const forbidden = status === 401 || status === 403;
  const { title, text } = WORDS[forbidden ? 403 : status ?? 0] ?? WORDS[0];
  return (
    <div className={classes.root} role="status">
      <span className={classes.icon}>
        <StateIcon
          shape={forbidden ? 'hold' : 'unknown'}
          tone={forbidden ? 'hold' : 'stale'}
        />
      </span>
      <div>
        <Typography variant="body2" className={classes.title}>
          {t(title)}
        </Typography>
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.detail}
        >
          {t(text)}
        </Typography>
        {onRetry && !forbidden && (
          <Button size="small" variant="outlined" onClick={onRetry}>
            {t('empty.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
