import {
  PipelineRun,
  Freshness,
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
  freshness: Freshness;
}) {
  const { run, freshness } = props;
  const say = useSentence();
  const lost = isFreshnessLost(freshness);
  const sentence =
    lost && freshness.reason ? say(freshness.reason) : say(run.sentence);
  const plain = run.status === 'succeeded' && !run.detail;
  return (
    <TwoLines
      first={
        <RunStatusLabel
          status={run.status}
          detail={run.detail}
          lastKnown={lost}
        />
      }
      second={plain && !lost ? undefined : sentence}
      title={sentence}
    />
  );
}
