import { WriteState } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { Note } from '../../delivery/parts/Note';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { useRefusalText } from '../parts/useRefusalText';

/** Codes after which what is on screen is old: it has to be looked at once more. */
const STALE = new Set(['STALE_VERSION', 'SUBJECT_CHANGED']);

/** Props of {@link WriteStatus}. @internal */
export interface WriteStatusProps {
  state: WriteState;
  /** True: what is on screen beneath is another than what this is about. */
  changed?: boolean;
  /** Said once it was taken. */
  done?: string;
  /** True: beside what it is about, which shows how it ended; else in a dialog above it. */
  onPage?: boolean;
  /** Reads again what is on screen. */
  onLookAgain(): void;
}

/** How something that was asked for fares; read out as it changes. @internal */
export function WriteStatus(props: WriteStatusProps) {
  const { state, changed, done, onPage, onLookAgain } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const refusal = useRefusalText();
  const stale = (said: string) => (
    <Note look={{ shape: 'warn', tone: 'bad' }}>
      {said}{' '}
      <Button
        size="small"
        color="primary"
        className={classes.button}
        onClick={onLookAgain}
      >
        {t('vote.lookAgain')}
      </Button>
    </Note>
  );
  const inside = () => {
    switch (state.status) {
      case 'confirming':
        return (
          <Note look={{ shape: 'unknown', tone: 'warn' }}>
            {t('vote.confirming')}
          </Note>
        );
      case 'lost':
        return (
          <Note look={{ shape: 'unknown', tone: 'bad' }}>
            {t(onPage ? 'vote.lostHere' : 'vote.lost')}
          </Note>
        );
      case 'refused': {
        const { code } = state;
        const said =
          code === 'SUBJECT_CHANGED' ? t('vote.changed') : refusal(state);
        return isStale(state) ? (
          stale(said)
        ) : (
          <Note look={{ shape: 'warn', tone: 'bad' }}>{said}</Note>
        );
      }
      case 'done':
        return done && <Note look={{ shape: 'ok', tone: 'ok' }}>{done}</Note>;
      default:
        return null;
    }
  };
  return (
    <div role="status" className={classes.status}>
      {inside()}
      {changed &&
        !isOnItsWay(state) &&
        !isStale(state) &&
        stale(t('vote.changed'))}
    </div>
  );
}

/** What is on its way is on what was looked at: how that ends is said first. */
function isOnItsWay({ status }: WriteState): boolean {
  return status !== 'idle' && status !== 'refused' && status !== 'lost';
}

function isStale({ code }: WriteState): boolean {
  return code !== undefined && STALE.has(code);
}
