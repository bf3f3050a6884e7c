import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  useSentence,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import Tooltip from '@material-ui/core/Tooltip';

/** How many gates of a pipeline wait and, for keys and pointers alike, all names of who may approve: its row cuts them short. @internal */
export function WaitingGates(props: {
  count: number;
  sentence: Sentence | undefined;
}) {
  const { count, sentence } = props;
  const colors = useStateColors();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  return (
    <Tooltip title={sentence ? say(sentence) : ''}>
      <button
        type="button"
        style={{
          all: 'unset',
          cursor: 'help',
          color: colors.hold.text,
          fontWeight: 600,
        }}
      >
        {t('pipelines.gatesWaiting', { count })}
      </button>
    </Tooltip>
  );
}
