import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  stateLook,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { KeyboardEvent } from 'react';
import { ChainBox } from './chainColumns';
import { CHAIN_SIZES } from './chainLayout';

const useStyles = makeStyles(
  theme => ({
    box: {
      position: 'absolute',
      boxSizing: 'border-box',
      width: CHAIN_SIZES.width,
      height: CHAIN_SIZES.height,
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
      '&:hover': { borderColor: theme.palette.text.secondary },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    active: { borderColor: theme.palette.primary.main },
    text: { gridColumn: 2, minWidth: 0 },
    alone: { gridColumn: '1 / -1' },
    line: {
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      color: theme.palette.text.secondary,
    },
    title: {
      color: theme.palette.text.primary,
      fontWeight: 600,
      fontSize: theme.typography.body2.fontSize,
    },
  }),
  { name: 'MulticlusterChainBox' },
);

const LINES = 2;

/** Props of {@link ChainBoxButton}. @internal */
export interface ChainBoxButtonProps {
  box: ChainBox;
  x: number;
  y: number;
  active: boolean;
  onActivate(box: ChainBox): void;
  onOpen(box: ChainBox): void;
  /** The keys of a box are handled by the chain, which knows the other boxes. */
  onKeyDown(event: KeyboardEvent): void;
}

/** A step of the chain: its kind and name, what it says of itself, and its state. @internal */
export function ChainBoxButton(props: ChainBoxButtonProps) {
  const { box, x, y, active, onActivate, onOpen, onKeyDown } = props;
  const { node, count, lastKnown } = box;
  const classes = useStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const look = node.state && stateLook(node.state, lastKnown);
  // A binding has no name that means something to a reader.
  const name =
    node.kind === 'binding' ? t('entity.history.summary') : node.title;
  const title =
    count > 1 ? t('entity.chain.clusters', { n: String(count) }) : name;
  const lines = count > 1 ? [] : node.lines.map(say);
  const state = node.state && t(`state.${node.state}`);
  if (state) {
    lines.unshift(
      lastKnown
        ? t('state.lastKnown', { state: state.toLocaleLowerCase() })
        : state,
    );
  }
  return (
    <button
      type="button"
      className={`${classes.box} ${active ? classes.active : ''}`}
      style={{ left: x, top: y }}
      tabIndex={active ? 0 : -1}
      data-box={box.id}
      title={[title, ...lines].join('\n')}
      onFocus={() => onActivate(box)}
      onClick={() => onOpen(box)}
      onKeyDown={onKeyDown}
    >
      {look && <StateIcon shape={look.shape} tone={look.tone} />}
      <span className={look ? classes.text : classes.alone}>
        <span className={`${classes.line} ${classes.title}`}>{title}</span>
        {lines.slice(0, LINES).map(line => (
          <span key={line} className={classes.line}>
            {line}
          </span>
        ))}
      </span>
    </button>
  );
}
