import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: { marginLeft: 20, display: 'flex', alignItems: 'center', gap: 12 },
  word: { color: '#fff', fontSize: 20, fontWeight: 500, letterSpacing: 0.3 },
});

/** A buoy: the mark that shows ships the safe channel. */
export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label="Home">
        <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
          <path
            d="M16 3v4M11 12h10l3 12H8z"
            fill="#7df3e1"
            stroke="#7df3e1"
            strokeWidth="2"
            strokeLinejoin="round"
          />
          <path d="M9.5 18h13" stroke="#171717" strokeWidth="2.4" />
          <path
            d="M4 27c3 2.4 5 2.4 8 0s5-2.4 8 0 5 2.4 8 0"
            fill="none"
            stroke="#fff"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </svg>
        {isOpen && <span className={classes.word}>Fairway</span>}
      </Link>
    </div>
  );
}
