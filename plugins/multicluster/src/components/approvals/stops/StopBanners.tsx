import { useApi } from '@backstage/core-plugin-api';
import { LineStop } from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  SentenceBanner,
  useStops,
  useTimeFormat,
  useWrite,
  Write,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { ReasonDialog } from '../act/ReasonDialog';
import { WriteStatus } from '../act/WriteStatus';
import { useActorText } from '../parts/useActorText';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

/** What holds decisions at present, said above everything else; and, for whoever may, the way to go on. @internal */
export function StopBanners() {
  const { data, refresh } = useStops();
  const current = data?.items.filter(({ liftedAt }) => liftedAt === undefined);
  return (
    <>
      {current?.map(stop => (
        <StopBanner
          key={stop.id}
          stop={stop}
          canLift={data?.canStop ?? false}
          onChange={refresh}
        />
      ))}
    </>
  );
}

interface StopBannerProps {
  stop: LineStop;
  canLift: boolean;
  onChange(): void;
}

function StopBanner(props: StopBannerProps) {
  const { stop, canLift } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const said = useStopText(stop);
  const [lifting, setLifting] = useState(false);
  const api = useApi(approvalsApiRef);
  const lift = useWrite((reason: string, options) =>
    api.liftStop(stop.id, { reason }, options),
  );
  const { status } = lift.state;
  return (
    <div data-stop={stop.id} className={classes.onPage}>
      <SentenceBanner
        tone="bad"
        sentence={said}
        action={
          canLift && (
            <Button
              size="small"
              variant="outlined"
              className={classes.button}
              disabled={status === 'sending' || status === 'confirming'}
              onClick={() => {
                lift.reset();
                setLifting(true);
              }}
            >
              {t('stop.lift')}
            </Button>
          )
        }
      />
      {/* How it fares is said here once its dialog was closed. */}
      <WriteStatus
        onPage
        state={lifting ? { status: 'idle' } : lift.state}
        onLookAgain={props.onChange}
      />
      {lifting && (
        <LiftDialog {...props} lift={lift} onClose={() => setLifting(false)} />
      )}
    </div>
  );
}

interface LiftDialogProps extends StopBannerProps {
  /** Outlives the dialog: what was sent is not given up because somebody closed it. */
  lift: Write<string, LineStop>;
  onClose(): void;
}

function LiftDialog(props: LiftDialogProps) {
  const { stop, lift, onChange, onClose } = props;
  const t = useApprovalText();
  const said = useStopText(stop);
  return (
    <ReasonDialog
      title={t('stop.liftTitle')}
      act={t('stop.liftNow')}
      label={t('stop.reason')}
      state={lift.state}
      onAct={async reason => {
        if (await lift.run(reason)) {
          onClose();
          onChange();
        }
      }}
      onClose={onClose}
      onLookAgain={onChange}
    >
      <div>{said}</div>
      <div>{t('stop.liftText')}</div>
    </ReasonDialog>
  );
}

function useStopText(stop: LineStop): string {
  const t = useApprovalText();
  const format = useTimeFormat();
  const actor = useActorText();
  const scope = Object.values(stop.scope)
    .filter(Boolean)
    .join(t('request.comma'));
  const said = t('stop.stopped', {
    by: actor(stop.by),
    time: format(stop.until),
    reason: stop.reason,
  });
  return `${said} · ${
    scope ? t('stop.of', { scope }) : t('stop.ofEverything')
  }`;
}
