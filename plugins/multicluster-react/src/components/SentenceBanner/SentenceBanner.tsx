import { makeStyles } from '@material-ui/core/styles';
import { Sentence, Tone } from '@fairway/backstage-plugin-multicluster-common';
import { ReactNode } from 'react';
import { useStateColors } from '../../state';
import { useSentence } from '../../translation';
import { splitLead } from './splitLead';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      padding: theme.spacing(1.25, 1.5),
      borderLeft: '3px solid',
      borderRadius: '0 4px 4px 0',
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.45,
      color: theme.palette.text.primary,
      overflowWrap: 'anywhere',
    },
    lead: { fontWeight: 600 },
  }),
  { name: 'MulticlusterSentenceBanner' },
);

/** Punctuation that brings its own space. */
const FULL_WIDTH = /[：。！？]$/;

/** Props of {@link SentenceBanner}. @public */
export interface SentenceBannerProps {
  /** A sentence of the back end, or text that is translated already. */
  sentence: Sentence | string;
  tone: Tone;
  /** What to do about it: a link or a button. */
  action?: ReactNode;
}

/**
 * The one sentence that matters. Its lead is bold, so that it can be read in passing.
 *
 * @public
 */
export function SentenceBanner(props: SentenceBannerProps) {
  const { sentence, tone, action } = props;
  const classes = useStyles();
  const colors = useStateColors()[tone];
  const say = useSentence();
  const [lead, rest] =
    typeof sentence === 'string'
      ? splitLead(sentence)
      : splitLead(say(sentence), Object.values(sentence.params));
  return (
    <p
      className={classes.root}
      style={{ borderColor: colors.text, backgroundColor: colors.tint }}
      data-tone={tone}
    >
      <span className={classes.lead} style={{ color: colors.text }}>
        {lead}
      </span>
      {rest && !FULL_WIDTH.test(lead) && ' '}
      {rest}
      {action && <> {action}</>}
    </p>
  );
}
