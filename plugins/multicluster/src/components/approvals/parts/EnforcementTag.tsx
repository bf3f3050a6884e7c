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
export function EnforcementTag(props: { enforcement: GateEnforcement }) {
  const { enforcement } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const { text, tint } = useStateColors()[TONES[enforcement]];
  const hint = t(`enforcement.${enforcement}Hint`);
  return (
    <span
      className={classes.tag}
      style={{ color: text, backgroundColor: tint }}
      title={hint}
      data-enforcement={enforcement}
    >
      {t(`enforcement.${enforcement}`)}
    </span>
  );
}
