import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode, Ref, useId } from 'react';
import { useAnchor } from './useAnchor';

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      // Not every element inside is a Typography, and the page around has a font of its own.
      fontFamily: theme.typography.fontFamily,
    },
    inCard: { margin: theme.spacing(-2) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 1.5),
      padding: theme.spacing(2, 2.5, 1.25),
      minHeight: 34,
    },
    title: { fontSize: 20, fontWeight: 500, lineHeight: 1.3, margin: 0 },
    aside: {
      marginLeft: 'auto',
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'MulticlusterPanel' },
);

/** Props of {@link Panel}. */
export interface PanelProps {
  title: ReactNode;
  /** Of the title, to give it the keyboard. */
  heading?: Ref<HTMLHeadingElement>;
  /** On the right of the title: age, coverage, counts. */
  aside?: ReactNode;
  /** Scrolled to when the address ends in `#` and this. */
  anchor?: string;
  /** True: inside a card, whose padding it takes back so that rows reach to the edges. */
  inCard?: boolean;
  children?: ReactNode;
}

/** A part of a page with a title of its own. */
export function Panel(props: PanelProps) {
  const { title, heading, aside, anchor, inCard, children } = props;
  const classes = useStyles();
  const id = useId();
  const root = useAnchor(anchor);
  return (
    <Paper
      ref={root}
      component="section"
      variant={inCard ? 'elevation' : 'outlined'}
      elevation={0}
      className={`${classes.root} ${inCard ? classes.inCard : ''}`}
      aria-labelledby={id}
    >
      <div className={classes.head}>
        <Typography
          component="h2"
          className={classes.title}
          id={id}
          ref={heading}
          tabIndex={heading ? -1 : undefined}
        >
          {title}
        </Typography>
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
      {children}
    </Paper>
  );
}
