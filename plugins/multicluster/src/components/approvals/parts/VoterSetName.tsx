import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { VoterSet } from '@fairway/backstage-plugin-multicluster-common';
import { Fragment } from 'react';
import { useApprovalText } from './useApprovalText';

/** Whose votes count, with links to who they are. @internal */
export function VoterSetName(props: { of: VoterSet }) {
  const { owners, groups = [], users = [] } = props.of;
  const t = useApprovalText();
  const names = [
    ...(owners ? [<span key="owners">{t('vote.owners')}</span>] : []),
    ...[...groups, ...users].map(ref => (
      <EntityRefLink key={ref} entityRef={ref} hideIcon />
    )),
  ];
  return (
    <>
      {names.map((name, index) => (
        <Fragment key={index}>
          {index > 0 && t('request.comma')}
          {name}
        </Fragment>
      ))}
    </>
  );
}
