import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { CoverageProblem } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  SentenceBanner,
  useSentence,
  useTimeFormat,
} from '@fairway/backstage-plugin-multicluster-react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      padding: theme.spacing(0, 2.5, 1.5),
    },
  }),
  { name: 'MulticlusterSourceProblems' },
);

/** What cannot be read of a source, each with its reason and since when. */
export function SourceProblems(props: { problems: CoverageProblem[] }) {
  const { problems } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const say = useSentence();
  const format = useTimeFormat();
  if (problems.length === 0) {
    return null;
  }
  return (
    <div className={classes.root}>
      {problems.map(({ subject, code, sentence, since }) => {
        const about = { sentence: say(sentence), time: format(since) };
        return (
          <SentenceBanner
            key={`${subject}/${code}`}
            tone={subject ? 'warn' : 'bad'}
            sentence={
              subject
                ? t('fleet.sources.problemOf', { subject, ...about })
                : t('coverage.since', about)
            }
          />
        );
      })}
    </div>
  );
}
