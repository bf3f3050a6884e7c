import { ApprovalDetails } from '@fairway/backstage-plugin-multicluster-common';
import { SentenceBanner } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { textOfPart } from '../model/textOfPart';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

/** What is different from what the reader looked at first. @internal */
export function ChangedNotice(props: {
  changed: NonNullable<ApprovalDetails['changed']>;
  onSeen(): void;
}) {
  const { changed, onSeen } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const separators = { comma: t('request.comma'), colon: t('request.colon') };
  const textOf = (part: string, value: string | undefined) =>
    textOfPart(part, value, separators) ?? '–';
  return (
    <div className={classes.pad}>
      <SentenceBanner
        tone="warn"
        sentence={t('vote.changed')}
        action={
          <Button size="small" className={classes.button} onClick={onSeen}>
            {t('vote.lookAgain')}
          </Button>
        }
      />
      <ul className={classes.plain}>
        {changed.map(({ part, from, to }) => (
          <li key={part} className={classes.line}>
            <span className={classes.strong}>
              {isPart(part) ? t(`part.${part}`) : part}
            </span>
            <span className={classes.mono}>
              {textOf(part, from)} → {textOf(part, to)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const PARTS = [
  'commit',
  'images',
  'targets',
  'manifests',
  'lane',
  'policyHash',
  'run',
  'gate',
] as const;

function isPart(part: string): part is (typeof PARTS)[number] {
  return (PARTS as readonly string[]).includes(part);
}
