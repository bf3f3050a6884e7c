import {
  PipelineRun,
  Freshness,
  RunRow,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  RunStatusLabel,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { TwoLines } from '../../fleet/table/TwoLines';
import { isFreshnessLost } from '../model/isFreshnessLost';

/** How a run stands, and below it the sentence that says more. @internal */
export function RunState(props: {
  run: Pick<PipelineRun, 'status' | 'detail' | 'sentence'>;
  /** What is wrong with what it delivered, where that outranks its success. */
  deployed?: RunRow['deployed'];
  freshness: Freshness;
}) {
  const { run, deployed, freshness } = props;
  const say = useSentence();
  const lost = isFreshnessLost(freshness);
  const sentence =
    lost && freshness.reason
      ? say(freshness.reason)
      : say(deployed ?? run.sentence);
  const plain = run.status === 'succeeded' && !run.detail && !deployed;
  return (
    <TwoLines
      first={
        <RunStatusLabel
          status={run.status}
          detail={run.detail}
          lastKnown={lost}
          outranked={deployed?.tone}
        />
      }
      second={plain && !lost ? undefined : sentence}
      title={sentence}
    />
  );
}
