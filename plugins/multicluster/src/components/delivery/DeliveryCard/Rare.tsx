import {
  Coverage,
  EntityMatchExplanation,
  EntityPipeline,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ErrorState,
  GateSummary,
} from '@fairway/backstage-plugin-multicluster-react';
import { RequestLink } from '../../approvals/parts/RequestLink';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { NoPipelines } from './NoPipelines';
import { PipelineNotes } from './PipelineNotes';

/** Props of {@link Rare}. @internal */
export type RareProps =
  | { show: 'error'; error: Error | undefined; onRetry(): void }
  | { show: 'nothing'; match: EntityMatchExplanation; coverage: Coverage }
  | { show: 'pipeline'; pipeline: EntityPipeline; said?: string };

/**
 * What the card shows only when something waits or is not as usual: loaded when it is needed, so that the usual card is there
 * sooner.
 *
 * @internal
 */
export function Rare(props: RareProps) {
  switch (props.show) {
    case 'error':
      return <ErrorState error={props.error} onRetry={props.onRetry} />;
    case 'nothing':
      return <NoPipelines match={props.match} coverage={props.coverage} />;
    default: {
      const { pipeline } = props;
      return (
        <>
          {pipeline.gates.map(gate => (
            <div key={gate.id}>
              <GateSummary
                gate={gate}
                tool={pipeline.tool}
                lastKnown={isFreshnessLost(pipeline.freshness)}
              />
              <RequestLink id={gate.requestId} />
            </div>
          ))}
          <PipelineNotes pipeline={pipeline} said={props.said} />
        </>
      );
    }
  }
}
