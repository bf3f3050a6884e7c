import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { ReactNode } from 'react';
import { Panel } from '../../fleet/frame/Panel';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

/** What votes are bound to, part by part, as it is digested. @internal */
export function SubjectPanel(props: { request: ApprovalRequest }) {
  const { subject, subjectDigest, generation } = props.request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  return (
    <Panel
      title={t('request.subject')}
      aside={t('request.generation', { n: String(generation) })}
    >
      <div className={classes.pad}>
        <dl className={classes.facts}>
          <dt>{t('request.digest')}</dt>
          <dd className={classes.mono}>{subjectDigest}</dd>
          {subject.commit && (
            <>
              <dt>{t('request.commit')}</dt>
              <dd className={classes.mono}>{subject.commit}</dd>
            </>
          )}
          {subject.images?.map(({ name, version, digest, unpinned }) => (
            <Row key={name} name={name}>
              {version}
              {digest && ` ${digest}`}
              {unpinned && ` (${t('request.unpinned')})`}
            </Row>
          ))}
          {Object.entries(subject.manifests ?? {}).map(([cluster, digest]) => (
            <Row key={cluster} name={cluster}>
              {digest}
            </Row>
          ))}
        </dl>
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
