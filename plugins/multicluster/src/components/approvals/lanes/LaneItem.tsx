import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { Lane } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  approvalsApiRef,
  SentenceBanner,
  StateIcon,
  StateLook,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useId } from 'react';
import { usePreviewed } from '../act/usePreviewed';
import { useActorText } from '../parts/useActorText';
import { useApprovalLinks } from '../parts/useApprovalLinks';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { useRefusalText } from '../parts/useRefusalText';
import { LaneActionDialog } from './LaneActionDialog';
import { LaneClusters } from './LaneClusters';
import { RestoreLane } from './RestoreLane';

const LOOKS: Record<Lane['state'], StateLook> = {
  open: { shape: 'zero', tone: 'stale' },
  armed: { shape: 'hold', tone: 'hold' },
  releasing: { shape: 'run', tone: 'run' },
  held: { shape: 'hold', tone: 'warn' },
  orphaned: { shape: 'warn', tone: 'bad' },
};

const ACTIONS = ['arm', 'disarm'] as const;

/** A lane: what is most urgent first, its clusters, and what can be done. @internal */
export function LaneItem(props: { lane: Lane; onChange(): void }) {
  const { lane, onChange } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const refusal = useRefusalText();
  const links = useApprovalLinks();
  const nameOf = useActorText();
  const id = useId();
  const api = useApi(approvalsApiRef);
  const previewed = usePreviewed<'arm' | 'disarm'>(
    (input, options) => api.manageLane(lane.id, input, options),
    onChange,
  );
  const look = LOOKS[lane.state];
  // Our note is on it, and the portal does not know of it: that is nobody else's.
  const word = isUnbooked(lane) ? 'unbooked' : lane.state;
  const request = lane.requestId && links.request(lane.requestId);
  const offered = ACTIONS.filter(name => lane.can[name].allowed);
  const refused = offered.length === 0 ? refusedOf(lane) : undefined;
  return (
    <article
      className={classes.item}
      aria-labelledby={id}
      data-lane={lane.policy}
      data-state={lane.state}
    >
      <div className={classes.line}>
        <StateIcon shape={look.shape} tone={look.tone} />
        <h3 className={classes.title} id={id}>
          {lane.policy}
        </h3>
        <span className={classes.quiet}>{t(`lanes.${word}`)}</span>
        <span className={classes.quiet}>
          {t('lanes.source', { source: lane.source })}
        </span>
        {lane.environment && (
          <span className={classes.quiet}>{lane.environment}</span>
        )}
        {lane.armedBy && (
          <span className={`${classes.quiet} ${classes.right}`}>
            {t('lanes.by', { name: nameOf(lane.armedBy) })}{' '}
            <Age time={lane.armedAt} />
          </span>
        )}
      </div>
      {lane.sentences.map(sentence => (
        <SentenceBanner
          key={`${sentence.code}/${sentence.text}`}
          sentence={sentence}
          tone={sentence.tone}
        />
      ))}
      <LaneClusters clusters={lane.clusters} />
      {lane.kubectl && (
        <details>
          <summary>{t('lanes.byHand')}</summary>
          <pre className={classes.text}>{lane.kubectl}</pre>
        </details>
      )}
      <div className={classes.bar}>
        {/* There all the time: with the offer its open dialog would go, and the reason in it. */}
        <RestoreLane
          lane={lane.id}
          restore={lane.can.restore.allowed ? lane.restore : undefined}
          onChange={onChange}
        />
        {request && <Link to={request}>{t('request.open')}</Link>}
        {offered.map(name => (
          <Button
            key={name}
            size="small"
            variant="outlined"
            className={classes.button}
            // A dialog opened meanwhile would look fresh, and its button would do nothing.
            disabled={previewed.isBusy}
            onClick={() => previewed.show(name)}
          >
            {t(`lanes.${name}`)}
          </Button>
        ))}
        {refused && lane.can[refused].code && (
          // Beside a button of another act it would be read as said of that one.
          <span className={classes.quiet}>
            {t('lanes.refused', {
              act: t(`lanes.${refused}Now`),
              reason: refusal(lane.can[refused]),
            })}
          </span>
        )}
      </div>
      <LaneActionDialog lane={lane} previewed={previewed} />
    </article>
  );
}

/** Our note is on it, and the portal does not know of it. */
function isUnbooked({ state, armedBy }: Lane): boolean {
  return state === 'held' && armedBy !== undefined;
}

/** What somebody who manages lanes could do with it: that is what is refused to the others. Nothing where somebody else holds it. */
function refusedOf(lane: Lane): 'arm' | 'disarm' | undefined {
  if (lane.state === 'open' || isUnbooked(lane)) {
    return 'arm';
  }
  return lane.state === 'held' ? undefined : 'disarm';
}
