import { useApi } from '@backstage/core-plugin-api';
import { LineStop } from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  SentenceBanner,
  useStops,
  useTimeFormat,
  useWrite,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { ReasonDialog } from '../act/ReasonDialog';
import { useApprovalText } from '../parts/useApprovalText';
import { StopDialog } from './StopDialog';

/** What holds decisions at present, said above everything else; and, for whoever may, the way to stop and to go on. @internal */
export function StopControl() {
  const t = useApprovalText();
  const { data, refresh } = useStops();
  const [stopping, setStopping] = useState(false);
  if (!data) {
    return null;
  }
  const current = data.items.filter(({ liftedAt }) => liftedAt === undefined);
  return (
    <>
      {current.map(stop => (
        <StopBanner
          key={stop.id}
          stop={stop}
          canLift={data.canStop}
          onChange={refresh}
        />
      ))}
      {data.canStop && (
        <div>
          <Button
            size="small"
            variant="outlined"
            onClick={() => setStopping(true)}
          >
            {t('stop.button')}
          </Button>
        </div>
      )}
      {stopping && (
        <StopDialog onClose={() => setStopping(false)} onDone={refresh} />
      )}
    </>
  );
}

function StopBanner(props: {
  stop: LineStop;
  canLift: boolean;
  onChange(): void;
}) {
  const { stop, canLift, onChange } = props;
  const t = useApprovalText();
  const format = useTimeFormat();
  const api = useApi(approvalsApiRef);
  const [lifting, setLifting] = useState(false);
  const lift = useWrite((reason: string, options) =>
    api.liftStop(stop.id, { reason }, options),
  );
  const said = t('stop.stopped', {
    by: stop.by,
    time: format(stop.until),
    reason: stop.reason,
  });
  const scope = Object.values(stop.scope).filter(Boolean).join(', ');
  return (
    <div data-stop={stop.id}>
      <SentenceBanner
        tone="bad"
        sentence={`${said} ${t('stop.of', {
          scope: scope || t('stop.everything'),
        })}`}
        action={
          canLift && (
            <Button size="small" onClick={() => setLifting(true)}>
              {t('stop.lift')}
            </Button>
          )
        }
      />
      {lifting && (
        <ReasonDialog
          title={said}
          act={t('stop.liftNow')}
          label={t('stop.reason')}
          state={lift.state}
          onAct={async reason => {
            if (await lift.run(reason)) {
              setLifting(false);
              onChange();
            }
          }}
          onClose={() => setLifting(false)}
          onLookAgain={onChange}
        />
      )}
    </div>
  );
}
