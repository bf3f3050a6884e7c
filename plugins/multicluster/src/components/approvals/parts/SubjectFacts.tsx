import {
  ApprovalItem,
  ApprovalRequest,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  actorName,
  Age,
  useTimeFormat,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { BlastText } from './BlastText';
import { UnknownParts } from './UnknownParts';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';

/** What is decided, where it goes and who asked, as far as it can be known; what cannot be known is said. @internal */
export function SubjectFacts(props: { item: ApprovalItem }) {
  const { request } = props.item;
  const { subject, environment, blastRadius, notBefore, policy } = request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const format = useTimeFormat();
  return (
    <dl className={classes.facts}>
      <dt>{t('request.changes')}</dt>
      <dd>
        <Content request={request} />
        <UnknownParts subject={subject} />
      </dd>
      <dt>{t('request.where')}</dt>
      <dd>
        {environment && `${environment} · `}
        <BlastText subject={subject} radius={blastRadius} />
      </dd>
      <dt>{t('request.askedBy')}</dt>
      <dd className={classes.line}>
        <Askers request={request} />
        <Age time={request.createdAt} />
      </dd>
      <dt>{t('request.policy')}</dt>
      <dd>
        {policy.builtIn ? t('request.builtIn') : policy.name}
        {notBefore &&
          ` · ${t('request.notBefore', { time: format(notBefore) })}`}
      </dd>
    </dl>
  );
}

/** Images with what becomes of their versions, and the commit. */
function Content(props: { request: ApprovalRequest }) {
  const { images, commit } = props.request.subject;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  return (
    <div className={classes.line}>
      {images?.map(({ name, version, digest, unpinned }) => (
        <span key={name} className={classes.line}>
          <span>{name}</span>
          <VersionChip versions={[{ container: name, image: name, version }]} />
          {unpinned && (
            <span className={classes.quiet} title={digest ?? undefined}>
              {t('request.unpinned')}
            </span>
          )}
        </span>
      ))}
      {commit && (
        <span className={classes.quiet} title={commit}>
          {t('request.ofCommit', { commit: commit.slice(0, 12) })}
        </span>
      )}
    </div>
  );
}

function Askers(props: { request: ApprovalRequest }) {
  const t = useApprovalText();
  const names = [
    ...new Set(
      props.request.requesters.flatMap(asker => actorName(asker) ?? []),
    ),
  ].join(t('request.comma'));
  return <span>{names || t('request.askedNobody')}</span>;
}
