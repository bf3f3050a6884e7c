import { ApprovalSubject } from '@fairway/backstage-plugin-multicluster-common';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';

const PARTS = ['commit', 'images', 'targets', 'manifests'] as const;
const REASONS = ['not-reported', 'rendered-by-tool', 'no-run-known'] as const;

/** Parts of a subject that nobody here can know, each with the reason: who decides must not think that they saw them. @internal */
export function UnknownParts(props: { subject: ApprovalSubject }) {
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const unknown = Object.entries(props.subject.unknown).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return (
    <>
      {unknown.map(([part, reason]) => (
        <div key={part} className={classes.quiet} data-unknown={part}>
          {t('request.unknownPart', {
            part: isOf(PARTS, part) ? t(`part.${part}`) : part,
            // A reason of a newer back end is shown as it came.
            reason: isOf(REASONS, reason) ? t(`unknown.${reason}`) : reason,
          })}
        </div>
      ))}
    </>
  );
}

function isOf<T extends string>(all: readonly T[], one: string): one is T {
  return (all as readonly string[]).includes(one);
}
