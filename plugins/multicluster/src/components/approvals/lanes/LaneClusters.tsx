import { LaneCluster } from '@fairway/backstage-plugin-multicluster-common';
import {
  StateIcon,
  StateLook,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

const LOOKS: Record<LaneCluster['state'], StateLook> = {
  released: { shape: 'ok', tone: 'ok' },
  held: { shape: 'hold', tone: 'hold' },
  releasing: { shape: 'run', tone: 'run' },
  lost: { shape: 'bad', tone: 'bad' },
  leaving: { shape: 'out', tone: 'stale' },
  unknown: { shape: 'unknown', tone: 'stale' },
};

/** The clusters of a lane, each with what it runs of what is wanted there. @internal */
export function LaneClusters(props: { clusters: LaneCluster[] }) {
  const { clusters } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  return (
    <ul className={`${classes.plain} ${classes.body}`}>
      {clusters.map(({ cluster, state, sentence, runs, wanted }) => {
        const look = LOOKS[state];
        return (
          <li
            key={cluster}
            className={classes.point}
            data-cluster={cluster}
            data-state={state}
          >
            <StateIcon
              shape={look.shape}
              tone={look.tone}
              size={14}
              label={t(`lanes.cluster.${state}`)}
            />
            <span className={classes.line}>
              <span className={classes.strong}>{cluster}</span>
              {runs !== undefined && wanted !== undefined && (
                <span>
                  {t('lanes.runs', {
                    runs: String(runs),
                    wanted: String(wanted),
                  })}
                </span>
              )}
              <span className={classes.quiet}>{say(sentence)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
