import { makeStyles } from '@material-ui/core/styles';
import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import { StateTone, useStateColors } from '../../state';
import { Pip, pipsOf } from './pipsOf';
import { useText } from '../../translation/useText';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'inline-flex', gap: 3, alignItems: 'center' },
    pip: { width: 7, height: 14, borderRadius: 2, boxSizing: 'border-box' },
    bar: {
      position: 'relative',
      width: 56,
      height: 8,
      borderRadius: 4,
      overflow: 'hidden',
      backgroundColor: theme.palette.action.hover,
      border: `1px solid ${theme.palette.divider}`,
    },
    fill: { position: 'absolute', top: 0, bottom: 0, left: 0 },
    number: {
      fontVariantNumeric: 'tabular-nums',
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'MulticlusterReplicaPips' },
);

const TONES: Record<Exclude<Pip, 'missing'>, StateTone> = {
  ready: 'ok',
  updating: 'run',
  surplus: 'warn',
};

/** Props of {@link ReplicaPips}. @public */
export interface ReplicaPipsProps {
  replicas: ReplicaCounts;
  /** True: copies of the new version are drawn in the colour of a rollout. */
  rollingOut?: boolean;
  /** True: what is shown is not confirmed by the cluster now. */
  lastKnown?: boolean;
}

/**
 * Copies of a workload: a pip each up to 12, a bar and a number beyond. Nothing where none are reported, however many are wanted.
 *
 * @public
 */
export function ReplicaPips(props: ReplicaPipsProps) {
  const { replicas, rollingOut = false, lastKnown = false } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const t = useText();
  const { ready = 0, desired = ready } = replicas;
  // Wanted copies of which nobody reports how many there are: of a Job for example. Drawn, they would read as missing.
  if (replicas.ready === undefined) {
    return null;
  }
  const label = t('replicas.ready', {
    ready: String(ready),
    desired: String(desired),
  });
  const pips = pipsOf(replicas, rollingOut);
  const empty = colors.stale.text;
  if (!pips) {
    const tone = lastKnown ? 'stale' : 'ok';
    const share = desired > 0 ? Math.min(1, ready / desired) : 1;
    return (
      <span
        className={classes.root}
        role="img"
        aria-label={label}
        title={label}
      >
        <span className={classes.bar}>
          <span
            className={classes.fill}
            style={{
              width: `${share * 100}%`,
              backgroundColor:
                colors[ready < desired && !lastKnown ? 'warn' : tone].text,
            }}
          />
        </span>
        <span className={classes.number}>{`${ready}/${desired}`}</span>
      </span>
    );
  }
  return (
    <span className={classes.root} role="img" aria-label={label} title={label}>
      {pips.map((pip, index) => (
        <span
          key={index}
          className={classes.pip}
          data-pip={pip}
          style={
            pip === 'missing'
              ? { border: `1.5px solid ${empty}` }
              : {
                  backgroundColor:
                    colors[lastKnown ? 'stale' : TONES[pip]].text,
                  opacity: lastKnown ? 0.55 : 1,
                }
          }
        />
      ))}
    </span>
  );
}
