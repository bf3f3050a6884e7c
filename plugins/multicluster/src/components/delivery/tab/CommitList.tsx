import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  PromotionCommit,
  PromotionCommits,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  ErrorState,
  multiclusterRunsTranslationRef,
  ToolLink,
  usePromotionCommits,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { AskedDetails } from '../parts/AskedDetails';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { ChangedFromTo } from './ChangedFromTo';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { marginTop: theme.spacing(0.5), overflowWrap: 'anywhere' },
  }),
  { name: 'MulticlusterCommitList' },
);

/** The commits that an environment would get; asked for only once somebody opens it. @internal */
export function CommitList(props: {
  entityRef: string;
  from: string;
  to: string;
}) {
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  return (
    <AskedDetails title={t('commits.title')}>
      <Commits {...props} />
    </AskedDetails>
  );
}

function Commits(props: { entityRef: string; from: string; to: string }) {
  const { data, status, error, refresh } = usePromotionCommits(props);
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  if (!data) {
    return status === 'error' ? (
      <ErrorState error={error} onRetry={refresh} />
    ) : (
      <SkeletonRows rows={2} />
    );
  }
  const { from, to } = props;
  return (
    <>
      {data.sentence && <WhyNone commits={data} />}
      {data.commits.length > 0 && (
        <ul
          className={classes.list}
          aria-label={t('commits.list', { from, to })}
        >
          {data.commits.map(commit => (
            <Item key={commit.sha} commit={commit} />
          ))}
        </ul>
      )}
      {data.omitted && (
        <div>{t('commits.omitted', { n: String(data.omitted) })}</div>
      )}
    </>
  );
}

/** Two revisions are left where nothing is known of what stands between them. */
function WhyNone({ commits }: { commits: PromotionCommits }) {
  const { base, head, sentence } = commits;
  const say = useSentence();
  return (
    <>
      {sentence && <div>{say(sentence)}</div>}
      {base && head && (
        <ChangedFromTo from={base.slice(0, 7)} to={head.slice(0, 7)} />
      )}
    </>
  );
}

function Item({ commit }: { commit: PromotionCommit }) {
  const { sha, title, author, at, url } = commit;
  const classes = useStyles();
  const shared = useDeliveryStyles();
  return (
    <li className={classes.item} data-commit={sha}>
      <ToolLink url={url} className={shared.mono}>
        {sha.slice(0, 7)}
      </ToolLink>{' '}
      {title}
      <div className={shared.quiet}>
        {author} <Age time={at} />
      </div>
    </li>
  );
}
