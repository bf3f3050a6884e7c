import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  LogLine,
  LogResult,
  multiclusterPagesTranslationRef,
  stateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { MarkedText } from './MarkedText';

const useStyles = makeStyles(
  theme => ({
    root: {
      flex: 1,
      minHeight: 160,
      overflow: 'auto',
      margin: theme.spacing(0, 2.5, 2.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12,
      lineHeight: '18px',
    },
    canvas: { position: 'relative', minWidth: '100%' },
    line: {
      position: 'absolute',
      top: 0,
      left: 0,
      minWidth: '100%',
      padding: theme.spacing(0, 1.5),
      boxSizing: 'border-box',
      whiteSpace: 'pre',
    },
    wrapped: {
      width: '100%',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    quiet: {
      padding: theme.spacing(1, 1.5),
      color: theme.palette.text.secondary,
    },
    error: { color: stateColors(theme).bad.text },
    success: { color: stateColors(theme).ok.text },
    gap: {
      color: stateColors(theme).warn.text,
      fontStyle: 'italic',
      borderTop: '1px dashed currentcolor',
    },
  }),
  { name: 'MulticlusterLogLines' },
);

/** A reader without a mouse must be able to scroll the log. */
const SCROLLED_BY_KEYS = { tabIndex: 0 };
const LINE_HEIGHT = 18;
/** Pixels from the end within which a reader is taken to be following. */
const AT_THE_END = 40;

/** Props of {@link LogLines}. @internal */
export interface LogLinesProps {
  log: LogResult;
  wrap: boolean;
  paused: boolean;
  /** Said instead of "no lines yet", where lines were left out. */
  nothing?: string;
  /** Marked where it stands in a line. */
  mark?: string;
}

/** The lines of a log. Stays at the end while the reader is there, and leaves a reader who scrolled up alone. @internal */
export function LogLines(props: LogLinesProps) {
  const { log, wrap, paused, nothing, mark = '' } = props;
  const { lines, dropped } = log;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const root = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => root.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: index => lines[index].number,
    overscan: 20,
  });

  const look = ({ gap, severity }: LogLine) => {
    if (gap) {
      return classes.gap;
    }
    return severity === 'error' || severity === 'success'
      ? classes[severity]
      : undefined;
  };

  useEffect(() => {
    if (following.current && !paused && lines.length > 0) {
      virtual.scrollToIndex(lines.length - 1, { align: 'end' });
    }
  }, [lines, paused, wrap, virtual]);

  return (
    <div
      ref={root}
      role="log"
      aria-live="off"
      aria-label={t('entity.log.label')}
      {...SCROLLED_BY_KEYS}
      className={classes.root}
      onScroll={({ currentTarget: element }) => {
        following.current =
          element.scrollHeight - element.scrollTop - element.clientHeight <
          AT_THE_END;
      }}
    >
      {dropped > 0 && (
        <div className={classes.quiet}>
          {t('entity.log.dropped', { count: dropped })}
        </div>
      )}
      {lines.length === 0 && log.status !== 'error' && (
        <div className={classes.quiet}>{nothing ?? t('entity.log.empty')}</div>
      )}
      <div
        className={classes.canvas}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(item => (
          <div
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            title={lines[item.index].time}
            className={`${classes.line} ${wrap ? classes.wrapped : ''} ${
              look(lines[item.index]) ?? ''
            }`}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {lines[item.index].gap ? (
              t('entity.log.gap')
            ) : (
              <MarkedText text={lines[item.index].text || ' '} mark={mark} />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
