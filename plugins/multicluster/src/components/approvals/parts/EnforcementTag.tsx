import { GateEnforcement } from '@fairway/backstage-plugin-multicluster-common';
import { useStateColors } from '@fairway/backstage-plugin-multicluster-react';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';

const TONES = {
  enforced: 'ok',
  cooperative: 'warn',
  observed: 'stale',
} as const;

/** What keeps people from going around a gate: never left out beside a button that decides. @internal */
export function EnforcementTag(props: {
  enforcement: GateEnforcement;
  /** True: what it means stands beside it; else it is said on hover. */
  explained?: boolean;
}) {
  const { enforcement, explained = false } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const { text, tint } = useStateColors()[TONES[enforcement]];
  const hint = t(`enforcement.${enforcement}Hint`);
  const tag = (
    <span
      className={classes.tag}
      style={{ color: text, backgroundColor: tint }}
      title={explained ? undefined : hint}
      data-enforcement={enforcement}
    >
      {t(`enforcement.${enforcement}`)}
    </span>
  );
  return explained ? (
    <div className={classes.line}>
      {tag} <span className={classes.quiet}>{hint}</span>
    </div>
  ) : (
    tag
  );
}
