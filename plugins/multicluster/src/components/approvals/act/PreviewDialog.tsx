import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import {
  errorStatus,
  useSentence,
  useWrite,
  WriteState,
} from '@fairway/backstage-plugin-multicluster-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import Button from '@material-ui/core/Button';
import { useCallback, useEffect, useState } from 'react';
import { Note } from '../../delivery/parts/Note';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { useRefusalText } from '../parts/useRefusalText';
import { FAR_END } from './FAR_END';
import { ReasonDialog } from './ReasonDialog';

interface Input {
  dryRun: boolean;
  reason?: string;
  resourceVersion?: string;
}

/** Props of {@link PreviewDialog}. @internal */
export interface PreviewDialogProps {
  title: string;
  act: string;
  danger?: boolean;
  send(
    input: Input,
    options: { idempotencyKey: string; signal: AbortSignal },
  ): Promise<ActionPreview>;
  onClose(): void;
  onDone(): void;
}

/**
 * Looks at what something would do before it can be done: what has to hold, what it reaches. It is then done only while its
 * subject is as it was looked at.
 *
 * @internal
 */
export function PreviewDialog(props: PreviewDialogProps) {
  const { title, act, danger, send, onClose, onDone } = props;
  const t = useApprovalText();
  const look = useWrite(
    (_: undefined, options) => send({ dryRun: true }, options),
    FAR_END,
  );
  const real = useWrite(
    (input: Input, options) => send(input, options),
    FAR_END,
  );
  const { run } = look;
  const [preview, keep] = useState<ActionPreview>();
  const again = useCallback(() => {
    run(undefined).then(keep);
  }, [run, keep]);
  useEffect(again, [again]);
  const ready = preview?.checks.every(({ ok }) => ok) ?? false;
  return (
    <ReasonDialog
      title={title}
      act={act}
      label={t('lanes.reason')}
      danger={danger}
      disabled={!ready}
      state={real.state}
      onAct={async reason => {
        const { resourceVersion } = preview ?? {};
        const answer = await real.run({
          dryRun: false,
          reason,
          resourceVersion,
        });
        if (answer?.done) {
          onClose();
          onDone();
        } else if (answer) {
          // It was taken and not done: what kept it from being done stands where what has to hold stood.
          keep(answer);
        }
      }}
      onClose={onClose}
      onLookAgain={() => {
        // The refusal was of what is not shown any more.
        real.reset();
        again();
      }}
    >
      <Look look={look.state} preview={preview} onAgain={again} />
    </ReasonDialog>
  );
}

/** How the look fares, and what it found. */
function Look(props: {
  look: WriteState;
  preview: ActionPreview | undefined;
  onAgain(): void;
}) {
  const { look, preview, onAgain } = props;
  const t = useApprovalText();
  const failed = look.status === 'refused' || look.status === 'lost';
  return (
    <>
      {/* It arrives while the keyboard is in the field below: one line of it is read out, and not all of it at each look. */}
      <div role="status">
        {failed ? (
          <Failed look={look} onAgain={onAgain} />
        ) : (
          preview && <Found preview={preview} />
        )}
      </div>
      {!failed && preview && <Preview preview={preview} />}
      {!failed && !preview && (
        <LinearProgress aria-label={t('lanes.looking')} />
      )}
    </>
  );
}

/** Why it is not known what it would do. */
function Failed(props: { look: WriteState; onAgain(): void }) {
  const { look, onAgain } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const refusal = useRefusalText();
  const tone = errorStatus(look.error) ? 'bad' : 'warn';
  return (
    <Note look={{ shape: 'warn', tone }}>
      {look.status === 'lost' ? (
        <>
          {t('lanes.notLooked')}{' '}
          <Button
            size="small"
            color="primary"
            className={classes.button}
            onClick={onAgain}
          >
            {t('vote.lookAgain')}
          </Button>
        </>
      ) : (
        refusal(look)
      )}
    </Note>
  );
}

/** What was found, in a line for those who hear it. */
function Found(props: { preview: ActionPreview }) {
  const { checks } = props.preview;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const broken = checks.filter(({ ok }) => !ok);
  return (
    <span className={classes.heard}>
      {broken.length === 0
        ? t('lanes.foundAll')
        : t('lanes.found', {
            held: String(checks.length - broken.length),
            total: String(checks.length),
            reason: broken
              .map(({ sentence }) => say(sentence))
              .join(t('request.comma')),
          })}
    </span>
  );
}

function Preview(props: { preview: ActionPreview }) {
  const { checks, effects } = props.preview;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  return (
    <>
      {checks.length > 0 && (
        <div>
          <h3 className={classes.sub}>{t('lanes.checks')}</h3>
          {checks.map(({ code, ok, sentence }) => (
            <Note
              key={`${code}/${sentence.text}`}
              look={
                ok ? { shape: 'ok', tone: 'ok' } : { shape: 'bad', tone: 'bad' }
              }
            >
              {say(sentence)}
            </Note>
          ))}
        </div>
      )}
      {effects.length > 0 && (
        <div>
          <h3 className={classes.sub}>{t('lanes.effects')}</h3>
          {effects.map(effect => (
            <div key={effect.text}>{say(effect)}</div>
          ))}
        </div>
      )}
    </>
  );
}
