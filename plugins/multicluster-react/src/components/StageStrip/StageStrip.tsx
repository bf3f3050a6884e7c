import { makeStyles } from '@material-ui/core/styles';
import { StageMark } from '@fairway/backstage-plugin-multicluster-common';
import { runLook, useStateColors } from '../../state';
import { useDeliveryText } from '../../translation/useDeliveryText';
import { useRunWord } from '../RunStatusLabel/useRunWord';
import { StateIcon } from '../StateIcon';
import { isNamed, stageTally } from './stageTally';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      fontSize: theme.typography.caption.fontSize,
    },
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      rowGap: theme.spacing(0.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    stage: {
      display: 'inline-flex',
      alignItems: 'center',
      minWidth: 0,
      // The line that leads to the next one.
      '&:not(:last-child)::after': {
        content: '""',
        width: 10,
        margin: '0 3px',
        borderTop: `2px solid ${theme.palette.divider}`,
      },
    },
    named: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 5,
      minWidth: 0,
      padding: '1px 7px 1px 4px',
      borderRadius: 10,
    },
    name: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    word: { fontWeight: 600, whiteSpace: 'nowrap' },
    tally: {
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'MulticlusterStageStrip' },
);

/** Props of {@link StageStrip}. @public */
export interface StageStripProps {
  stages: StageMark[];
  /** Of which pipeline, for those who hear the strip instead of seeing it. */
  name: string;
  lastKnown?: boolean;
}

/**
 * The stages of a run on one line: shapes for what is done and what is to come, and a name and a word for where it is.
 * Nothing while there are no stages.
 *
 * @public
 */
export function StageStrip(props: StageStripProps) {
  const { stages, name, lastKnown = false } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const t = useDeliveryText();
  const word = useRunWord();
  if (stages.length === 0) {
    return null;
  }
  const { done, total } = stageTally(stages);
  return (
    <div className={classes.root}>
      <ol className={classes.list} aria-label={t('run.stages', { name })}>
        {stages.map(stage => {
          const look = runLook(stage.status, stage.detail, lastKnown);
          const status = word(stage.status, stage.detail, lastKnown);
          const said = t('run.stage', { name: stage.name, status });
          const color = colors[look.tone];
          return (
            <li
              key={stage.id}
              className={classes.stage}
              title={said}
              data-stage={stage.id}
              data-status={stage.status}
            >
              {isNamed(stage) ? (
                <span
                  className={classes.named}
                  style={{ backgroundColor: color.tint }}
                >
                  <StateIcon shape={look.shape} tone={look.tone} size={14} />
                  <span className={classes.name}>{stage.name}</span>
                  <span className={classes.word} style={{ color: color.text }}>
                    {status}
                  </span>
                </span>
              ) : (
                <StateIcon
                  shape={look.shape}
                  tone={look.tone}
                  size={14}
                  label={said}
                />
              )}
            </li>
          );
        })}
      </ol>
      <span className={classes.tally}>
        {t('run.done', { done: String(done), total: String(total) })}
      </span>
    </div>
  );
}
