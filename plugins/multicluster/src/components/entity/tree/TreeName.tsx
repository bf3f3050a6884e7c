import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { TreeRow } from './TreeRow';
import { useTreeStyles } from './useTreeStyles';

const INDENT = 22;

/** The first cell of a row: how deep it is, whether it is open, and its name. @internal */
export function TreeName(props: { row: TreeRow; onToggle(id: string): void }) {
  const { row, onToggle } = props;
  const classes = useTreeStyles();
  return (
    <span
      role="gridcell"
      className={classes.name}
      style={{ paddingLeft: (row.level - 1) * INDENT }}
    >
      {/* Not a button: the row has the focus, and its arrow keys do the same. */}
      <span
        aria-hidden
        className={`${classes.twisty} ${
          row.expanded ? classes.twistyOpen : ''
        }`}
        onClick={event => {
          event.stopPropagation();
          onToggle(row.id);
        }}
      >
        {row.expanded !== undefined && <ChevronRightIcon fontSize="small" />}
      </span>
      <span className={classes.nameText}>
        <NameText row={row} />
      </span>
    </span>
  );
}

function NameText(props: { row: TreeRow }) {
  const { row } = props;
  const classes = useTreeStyles();
  switch (row.type) {
    case 'workload':
      return (
        <span className={classes.workloadName} title={row.workload.name}>
          <span className={classes.kind}>{row.workload.kind}</span>{' '}
          {row.workload.name}
        </span>
      );
    case 'cluster':
      return <span title={row.target.cluster}>{row.target.cluster}</span>;
    case 'pod':
      return <span title={row.pod.name}>{row.pod.name}</span>;
    default:
      return null;
  }
}
