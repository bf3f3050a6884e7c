import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { ReactNode } from 'react';
import { Panel } from '../../fleet/frame/Panel';
import { EnforcementTag } from '../parts/EnforcementTag';
import { UnknownParts } from '../parts/UnknownParts';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

/** What votes are bound to, part by part, as it is digested, and how firm the gate is. @internal */
export function SubjectPanel(props: { request: ApprovalRequest }) {
  const { subject, subjectDigest, generation, policy, enforcement } =
    props.request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  return (
    <Panel
      title={t('request.subject')}
      aside={t('request.generation', { n: String(generation) })}
    >
      <div className={`${classes.pad} ${classes.body}`}>
        <dl className={classes.facts}>
          <Row name={t('request.digest')}>{subjectDigest}</Row>
          {subject.commit && (
            <Row name={t('request.commit')}>{subject.commit}</Row>
          )}
          {subject.images?.map(({ name, version, digest, unpinned }) => (
            <Row key={name} name={name}>
              {version}
              {digest && ` ${digest}`}
              {unpinned && ` (${t('request.unpinned')})`}
            </Row>
          ))}
          {subject.lane && (
            <Row name={t('request.lane')}>
              {t('request.laneOf', {
                policy: props.request.lane?.policy ?? '',
                source: subject.source,
              })}
            </Row>
          )}
          {subject.targets && (
            <Row name={t('part.targets')}>
              {subject.targets.join(t('request.comma'))}
            </Row>
          )}
          {Object.entries(subject.manifests ?? {}).map(([cluster, digest]) => (
            <Row key={cluster} name={cluster}>
              {digest}
            </Row>
          ))}
          <Row name={t('request.policy')}>
            {`${policy.name} ${policy.hash}`}
          </Row>
        </dl>
        <UnknownParts subject={subject} />
        {/* On a hover alone it is out of reach of a finger and of the keyboard. */}
        <EnforcementTag enforcement={enforcement} explained />
      </div>
    </Panel>
  );
}

function Row(props: { name: string; children: ReactNode }) {
  const classes = useApprovalStyles();
  return (
    <>
      <dt>{props.name}</dt>
      <dd className={classes.mono}>{props.children}</dd>
    </>
  );
}
