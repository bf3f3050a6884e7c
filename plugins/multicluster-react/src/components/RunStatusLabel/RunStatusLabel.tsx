import { makeStyles } from '@material-ui/core/styles';
import {
  RunDetail,
  RunStatus,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { runLook, useStateColors } from '../../state';
import { StateIcon } from '../StateIcon';
import { useRunWord } from './useRunWord';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minWidth: 0,
      maxWidth: '100%',
      verticalAlign: 'middle',
    },
    word: { fontWeight: 600, whiteSpace: 'nowrap' },
  }),
  { name: 'MulticlusterRunStatusLabel' },
);

/** Props of {@link RunStatusLabel}. @public */
export interface RunStatusLabelProps {
  status: RunStatus;
  detail?: RunDetail;
  /** True: its source does not confirm it now. */
  lastKnown?: boolean;
  /** How urgent it is that what it delivered is not well where that runs: a success is drawn as that then, and never as well. */
  outranked?: Tone;
  /** Leaves the icon out, where one stands in a column of its own. */
  wordOnly?: boolean;
}

/**
 * The status of a run or a stage as shape, colour and word.
 *
 * @public
 */
export function RunStatusLabel(props: RunStatusLabelProps) {
  const { status, detail, lastKnown = false, outranked, wordOnly } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const word = useRunWord();
  const look = runLook(status, detail, lastKnown, outranked);
  return (
    <span className={classes.root} data-status={status} data-detail={detail}>
      {!wordOnly && <StateIcon shape={look.shape} tone={look.tone} />}
      <span className={classes.word} style={{ color: colors[look.tone].text }}>
        {word(status, detail, lastKnown)}
      </span>
    </span>
  );
}
