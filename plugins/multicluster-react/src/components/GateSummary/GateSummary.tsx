import Button from '@material-ui/core/Button';
import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { gateLook, StateLook, useStateColors } from '../../state';
import { deliveryReasonMessages } from '../../translation/deliveryReasons';
import { useGateText } from '../../translation/useGateText';
import { StateIcon } from '../StateIcon';
import { safeUrl } from '../ToolLink';
import { GateDeadline } from './GateDeadline';
import { GateDecisions } from './GateDecisions';
import { quorumText } from './quorumText';
import { useGateStyles } from './useGateStyles';

/** Passed, and not as its list wants it: never drawn as well. */
const UNLISTED: StateLook = { shape: 'warn', tone: 'warn' };

/** Props of {@link GateSummary}. @public */
export interface GateSummaryProps {
  gate: Gate;
  /** What the tool is called, for the button that opens it. */
  tool?: string;
  /** True: the button says what is to be done there, for where the gate is the next step. */
  toDecide?: boolean;
  /** True: its source does not confirm it now. Nothing is offered then. */
  lastKnown?: boolean;
}

/**
 * A gate: how far it is, who decided and who may, until when; and the way to the tool while a decision would have an effect,
 * never longer.
 *
 * @public
 */
export function GateSummary(props: GateSummaryProps) {
  const { gate, tool, toDecide = false, lastKnown = false } = props;
  const { state, quorum, approvers, anyone, decisions, actionable } = gate;
  const classes = useGateStyles();
  const colors = useStateColors();
  const t = useGateText();
  const asListed = decisions.every(({ listed }) => listed);
  const look =
    state === 'approved' && !asListed && !lastKnown
      ? UNLISTED
      : gateLook(state, lastKnown);
  const { text, tint } = colors[look.tone];
  const far = quorumText(quorum);
  const open = state === 'pending' || state === 'upcoming';
  const href = actionable && !lastKnown ? safeUrl(gate.url) : undefined;
  const names = approvers.map(({ nativeId }) => nativeId).join(', ');
  const known = state in deliveryReasonMessages.gate.state ? state : 'unknown';
  return (
    <div className={classes.root} data-gate={gate.id} data-state={state}>
      <div className={classes.line}>
        <StateIcon shape={look.shape} tone={look.tone} />
        <span className={classes.word} style={{ color: text }}>
          {t(`gate.state.${known}`)}
        </span>
        {far && (
          <span
            className={classes.tag}
            style={{ color: text, backgroundColor: tint }}
          >
            {far.key === 'ofN'
              ? t('gate.ofN', far)
              : t('gate.received', { count: far.count })}
          </span>
        )}
        {open && <GateDeadline gate={gate} />}
        {href && (
          <Button
            className={classes.button}
            size="small"
            color="primary"
            variant="contained"
            disableElevation
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            title={gate.title}
          >
            {tool
              ? t(toDecide ? 'gate.approveIn' : 'gate.openIn', { tool })
              : t('gate.openTool')}
          </Button>
        )}
      </div>
      <GateDecisions decisions={decisions} />
      {open && (names || anyone) && (
        <div className={classes.quiet}>
          {names ? t('gate.from', { names }) : t('gate.anyone')}
          {quorum.kind === 'any' && ` · ${t('gate.any')}`}
          {quorum.kind === 'all' && ` · ${t('gate.all')}`}
        </div>
      )}
    </div>
  );
}
