import {
  sentence,
  Sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { PipelineWithRun } from '../pipelines/PipelineWithRun';
import { toneOfRun } from './toneOfRun';

type Said = Sentence & { tone: Tone };

/** What is worth knowing of a pipeline and of the run it is shown with. Nothing is said of one that is well. */
export function pipelineSentences({
  pipeline,
  latest,
}: PipelineWithRun): Said[] {
  const { agent, fact } = pipeline;
  const said: Said[] = [];
  const tone = latest && toneOfRun(latest.derived);
  if (latest && tone && tone !== 'info') {
    said.push({ ...named(pipeline.name, latest.derived.sentence), tone });
  }
  if (agent?.state === 'offline') {
    said.push(warn(sentence('pipeline.agentOffline', { agent: agent.name })));
  }
  if (fact?.hold) {
    said.push({ ...named(pipeline.name, fact.hold.sentence), tone: 'hold' });
  }
  // While a run is under way it is what brings it in sync.
  if (fact?.sync.status === 'out-of-sync' && !latest?.fact.active) {
    said.push(
      warn(
        fact.sync.sentence
          ? named(pipeline.name, fact.sync.sentence)
          : sentence('pipeline.outOfSync', { pipeline: pipeline.name }),
      ),
    );
  }
  return said;
}

function warn(said: Sentence): Said {
  return { ...said, tone: 'warn' };
}

/** An entity has several pipelines, and the sentence of a run does not say of which it speaks. */
function named(pipeline: string, said: Sentence): Sentence {
  return sentence('pipeline.says', { pipeline, sentence: [said] });
}
