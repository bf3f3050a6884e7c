import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import {
  errorStatus,
  useSentence,
  WriteState,
} from '@fairway/backstage-plugin-multicluster-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import Button from '@material-ui/core/Button';
import { Note } from '../../delivery/parts/Note';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { useRefusalText } from '../parts/useRefusalText';
import { ReasonDialog } from './ReasonDialog';
import { Previewed } from './usePreviewed';
import { WriteStatus } from './WriteStatus';

/** Props of {@link PreviewDialog}. @internal */
export interface PreviewDialogProps {
  previewed: Previewed<string>;
  title: string;
  act: string;
  danger?: boolean;
}

/**
 * Shows what something would do before it can be done: what has to hold, what it reaches. Where this stands is said how it fares once
 * the dialog was closed.
 *
 * @internal
 */
export function PreviewDialog(props: PreviewDialogProps) {
  const { previewed, title, act, danger } = props;
  const { isOpen, look, preview, real, hide, lookAgain, run } = previewed;
  const t = useApprovalText();
  const ready = preview?.checks.every(({ ok }) => ok) ?? false;
  return (
    <>
      <Outside previewed={previewed} />
      {isOpen && (
        <ReasonDialog
          title={title}
          act={act}
          label={t('lanes.reason')}
          danger={danger}
          disabled={!ready}
          state={real}
          onAct={run}
          onClose={hide}
          onLookAgain={lookAgain}
        >
          <Look look={look} preview={preview} onAgain={lookAgain} />
        </ReasonDialog>
      )}
    </>
  );
}

/** How it fares once its dialog was closed. */
function Outside(props: { previewed: Previewed<string> }) {
  const { isOpen, real, preview, action, show } = props.previewed;
  const classes = useApprovalStyles();
  const kept = real.status === 'done' && preview?.done === false;
  return (
    <>
      <WriteStatus
        onPage
        state={isOpen ? { status: 'idle' } : real}
        onLookAgain={() => action && show(action)}
      />
      <div role="status" className={classes.status}>
        {!isOpen && kept && (
          <Note look={{ shape: 'warn', tone: 'bad' }}>
            <FoundText preview={preview} />
          </Note>
        )}
      </div>
    </>
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
  const classes = useApprovalStyles();
  return (
    <span className={classes.heard}>
      <FoundText {...props} />
    </span>
  );
}

function FoundText(props: { preview: ActionPreview }) {
  const { checks } = props.preview;
  const t = useApprovalText();
  const say = useSentence();
  const broken = checks.filter(({ ok }) => !ok);
  if (broken.length === 0) {
    return <>{t('lanes.foundAll')}</>;
  }
  const reason = broken
    .map(({ sentence }) => say(sentence))
    .join(t('request.comma'));
  const held = String(checks.length - broken.length);
  const total = String(checks.length);
  return <>{t('lanes.found', { held, total, reason })}</>;
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
