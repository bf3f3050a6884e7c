import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { AnyState, stateLook, useStateColors } from '../../state';
import { StateIcon } from '../StateIcon';
import { useText } from '../../translation/useText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minWidth: 0,
      maxWidth: '100%',
      // On the baseline it would hang below the words in the cells beside it.
      verticalAlign: 'middle',
    },
    text: {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    word: { fontWeight: 600 },
    why: { color: theme.palette.text.secondary },
  }),
  { name: 'MulticlusterStateLabel' },
);

/** Props of {@link StateLabel}. @public */
export interface StateLabelProps {
  state: AnyState;
  /** True: the cluster does not confirm it now. */
  lastKnown?: boolean;
  /** A few words behind the state, for example "1 of 3 new". */
  why?: ReactNode;
  /** The whole reason, shown on hover. */
  title?: string;
  /** Leaves the icon out, where one stands in a column of its own. */
  wordOnly?: boolean;
}

/**
 * A state as shape, colour and word.
 *
 * @public
 */
export function StateLabel(props: StateLabelProps) {
  const { state, lastKnown = false, why, title, wordOnly } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const t = useText();
  const look = stateLook(state, lastKnown);
  const word = t(`state.${state}`);
  return (
    <span className={classes.root} title={title}>
      {!wordOnly && <StateIcon shape={look.shape} tone={look.tone} />}
      <span className={classes.text}>
        <span
          className={classes.word}
          style={{ color: colors[look.tone].text }}
        >
          {lastKnown
            ? t('state.lastKnown', { state: word.toLocaleLowerCase() })
            : word}
        </span>
        {why && <span className={classes.why}> {why}</span>}
      </span>
    </span>
  );
}
