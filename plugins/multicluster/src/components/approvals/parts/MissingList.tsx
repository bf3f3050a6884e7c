import { StateIcon } from '@fairway/backstage-plugin-multicluster-react';
import { MissingVotes } from '../model/missingVotes';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';
import { VoterSetName } from './VoterSetName';

/** Items of a list: whose votes are missing; what can be met in several ways is a list of its own, which says so. @internal */
export function MissingList(props: { missing: MissingVotes }) {
  const { missing } = props;
  return missing.kind === 'all' ? (
    <>
      {missing.parts.map((part, index) => (
        <Missing key={index} missing={part} />
      ))}
    </>
  ) : (
    <Missing missing={missing} />
  );
}

function Missing(props: { missing: MissingVotes }) {
  const { missing } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  if (missing.kind === 'votes') {
    return (
      <li className={classes.vote}>
        <StateIcon shape="pending" tone="stale" size={14} />
        <span>
          {t('vote.needed', { count: missing.count })}{' '}
          <VoterSetName of={missing.of} />
        </span>
      </li>
    );
  }
  return (
    <li className={classes.vote}>
      <StateIcon shape="pending" tone="stale" size={14} />
      <span>{t(missing.kind === 'any' ? 'vote.anyOf' : 'vote.allOf')}</span>
      <ul className={classes.votes}>
        {missing.parts.map((part, index) => (
          <Missing key={index} missing={part} />
        ))}
      </ul>
    </li>
  );
}
