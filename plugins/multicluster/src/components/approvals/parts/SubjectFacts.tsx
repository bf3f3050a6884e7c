import {
  ApprovalItem,
  ApprovalRequest,
  ApprovalSubject,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  actorName,
  useTimeFormat,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { BlastText } from './BlastText';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';

/** What is decided, where it goes and who asked, as far as it can be known; what cannot be known is said. @internal */
export function SubjectFacts(props: { item: ApprovalItem }) {
  const { request } = props.item;
  const { subject, environment, blastRadius, notBefore } = request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const format = useTimeFormat();
  return (
    <dl className={classes.facts}>
      <dt>{t('request.what')}</dt>
      <dd>
        <span className={classes.line}>
          <Images subject={subject} />
          {environment && (
            <span>{t('request.environment', { name: environment })}</span>
          )}
          <Askers request={request} />
        </span>
      </dd>
      {(subject.commit || unknownParts(subject).length > 0) && (
        <>
          <dt>{t('request.changes')}</dt>
          <dd>
            {subject.commit && (
              <span className={classes.mono}>
                {subject.commit.slice(0, 12)}
              </span>
            )}
            {unknownParts(subject).map(([part, reason]) => (
              <div key={part} className={classes.quiet}>
                {t('request.unknownPart', {
                  part: isPart(part) ? t(`part.${part}`) : part,
                  reason,
                })}
              </div>
            ))}
          </dd>
        </>
      )}
      <dt>{t('request.where')}</dt>
      <dd>
        <BlastText subject={subject} radius={blastRadius} />
      </dd>
      <dt>{t('request.policy')}</dt>
      <dd>
        {request.policy.builtIn ? t('request.builtIn') : request.policy.name}
        {notBefore &&
          ` · ${t('request.notBefore', { time: format(notBefore) })}`}
      </dd>
    </dl>
  );
}

function Images(props: { subject: ApprovalSubject }) {
  const classes = useApprovalStyles();
  const t = useApprovalText();
  return (
    <>
      {props.subject.images?.map(({ name, version, digest, unpinned }) => (
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
    </>
  );
}

function Askers(props: { request: ApprovalRequest }) {
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const names = [
    ...new Set(
      props.request.requesters.flatMap(asker => actorName(asker) ?? []),
    ),
  ].join(', ');
  return (
    <span className={classes.quiet}>
      {names ? t('request.asked', { names }) : t('request.askedNobody')}
    </span>
  );
}

const PARTS = ['commit', 'images', 'targets', 'manifests'] as const;

function isPart(part: string): part is (typeof PARTS)[number] {
  return (PARTS as readonly string[]).includes(part);
}

function unknownParts(subject: ApprovalSubject): Array<[string, string]> {
  return Object.entries(subject.unknown).sort(([a], [b]) => (a < b ? -1 : 1));
}
