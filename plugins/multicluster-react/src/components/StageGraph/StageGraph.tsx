import { makeStyles } from '@material-ui/core/styles';
import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import { useMemo } from 'react';
import { runLook, useStateColors } from '../../state';
import { DurationText } from '../DurationText';
import { useRunWord } from '../RunStatusLabel';
import { StateIcon } from '../StateIcon';
import { STAGE_SIZES, stageLayout } from './stageLayout';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto', padding: 3 },
    canvas: { position: 'relative' },
    lines: { position: 'absolute', top: 0, left: 0, overflow: 'visible' },
    line: { fill: 'none', stroke: theme.palette.divider, strokeWidth: 2 },
    box: {
      position: 'absolute',
      boxSizing: 'border-box',
      width: STAGE_SIZES.width,
      height: STAGE_SIZES.height,
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 1.25),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 6,
      backgroundColor: theme.palette.background.paper,
      color: theme.palette.text.primary,
      font: 'inherit',
      fontSize: theme.typography.caption.fontSize,
      lineHeight: 1.35,
      textAlign: 'left',
      cursor: 'pointer',
    },
    text: { minWidth: 0 },
    name: {
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontWeight: 600,
    },
    word: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    second: {
      display: 'flex',
      gap: theme.spacing(1),
      justifyContent: 'space-between',
    },
  }),
  { name: 'MulticlusterStageGraph' },
);

/** Props of {@link StageGraph}. @public */
export interface StageGraphProps {
  stages: Stage[];
  /** The stage whose details are shown. */
  selectedId?: string;
  onSelect(id: string): void;
  lastKnown?: boolean;
}

/**
 * The stages of a run as a picture. It shows what a list beside it says, so that it is hidden from those who hear the page
 * and left out of the order of Tab; a click does what Enter does in the list.
 *
 * @public
 */
export function StageGraph(props: StageGraphProps) {
  const { stages, selectedId, onSelect, lastKnown = false } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const word = useRunWord();
  const layout = useMemo(() => stageLayout(stages), [stages]);
  const byId = new Map(stages.map(stage => [stage.id, stage]));
  return (
    <div className={classes.scroll} aria-hidden>
      <div
        className={classes.canvas}
        style={{ width: layout.width, height: layout.height }}
      >
        <svg
          className={classes.lines}
          width={layout.width}
          height={layout.height}
        >
          {layout.paths.map(({ key, d }) => (
            <path key={key} d={d} className={classes.line} />
          ))}
        </svg>
        {layout.boxes.map(({ id, x, y }) => {
          const stage = byId.get(id)!;
          const look = runLook(stage.status, stage.detail, lastKnown);
          const { text, tint } = colors[look.tone];
          const calm = look.tone === 'ok' || look.tone === 'stale';
          return (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              className={classes.box}
              style={{
                left: x,
                top: y,
                borderColor: calm ? undefined : text,
                backgroundColor: calm ? undefined : tint,
                boxShadow: id === selectedId ? `0 0 0 2px ${text}` : undefined,
              }}
              title={stage.name}
              data-box={id}
              // What is hidden from those who hear the page must not hold the focus.
              onMouseDown={event => event.preventDefault()}
              onClick={() => onSelect(id)}
            >
              <StateIcon shape={look.shape} tone={look.tone} />
              <span className={classes.text}>
                <span className={classes.name}>{stage.name}</span>
                <span className={classes.second}>
                  <span className={classes.word} style={{ color: text }}>
                    {word(stage.status, stage.detail, lastKnown)}
                  </span>
                  <DurationText
                    from={stage.startedAt}
                    to={stage.finishedAt}
                    atLeast={stage.startedAtMost}
                  />
                </span>
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
