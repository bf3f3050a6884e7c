import {
  EntityRuns,
  Gate,
  PipelineRun,
  RunDetails,
  Sentence,
  sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { RunReader } from '../../service/RunService';
import { ViewBody } from '../../service/ViewBody';
import { PortalGates } from '../../views/runs/PortalGates';
import { worstFirst } from '../../views/runs/worstFirst';

type GatesOf = (run: Pick<PipelineRun, 'source' | 'nativeId'>) => Gate[];

/**
 * Shows what a reader of runs gives with the gates that the portal itself keeps: its tool only knows of a script that runs, and it is
 * people who are waited for.
 */
export function showingPortalGates(
  reader: RunReader,
  gates: PortalGates,
): RunReader {
  const read = async (
    runs: Array<PipelineRun | undefined>,
  ): Promise<GatesOf> => {
    const names = runs.flatMap(run => (run ? [nameOf(run)] : []));
    const of = await gates.of(names, 'open');
    return run => of(nameOf(run));
  };
  return {
    owners: () => reader.owners(),
    ownersOfRun: id => reader.ownersOfRun(id),
    ownersOfPipeline: id => reader.ownersOfPipeline(id),
    async list(request) {
      const view = await reader.list(request);
      const of = await read(view.items);
      return { ...view, items: view.items.map(run => inRow(run, of(run))) };
    },
    async pipelines(request) {
      const view = await reader.pipelines(request);
      const of = await read(view.items.map(({ latest }) => latest));
      return {
        ...view,
        items: view.items.map(item => {
          const own = item.latest ? of(item.latest) : [];
          return {
            ...item,
            ...(item.latest && { latest: withSentence(item.latest, own) }),
            gatesWaiting: item.gatesWaiting + own.filter(isWaiting).length,
          };
        }),
      };
    },
    async entityRuns(entity, request) {
      const view = await reader.entityRuns(entity, request);
      return inEntityRuns(
        view,
        await read([
          ...view.items,
          ...view.pipelines.map(({ latest }) => latest),
        ]),
      );
    },
    async run(id) {
      const view = await reader.run(id);
      return view && inRun(view, (await read([view.run]))(view.run));
    },
  };
}

function nameOf({
  source,
  nativeId,
}: Pick<PipelineRun, 'source' | 'nativeId'>) {
  return { source, key: nativeId };
}

function inEntityRuns(
  view: ViewBody<EntityRuns>,
  of: GatesOf,
): ViewBody<EntityRuns> {
  const said: Array<Sentence & { tone: Tone }> = [];
  const pipelines = view.pipelines.map(pipeline => {
    const { latest, name } = pipeline;
    const own = latest ? of(latest) : [];
    const [first] = own;
    if (!latest || !first) {
      return pipeline;
    }
    said.push(
      toned(
        sentence('pipeline.says', {
          pipeline: name,
          sentence: [first.sentence],
        }),
      ),
    );
    return {
      ...pipeline,
      latest: withSentence(latest, own),
      gates: [...pipeline.gates, ...own],
    };
  });
  const [first] = worstFirst([
    ...said,
    ...(view.sentence ? [view.sentence] : []),
  ]);
  return {
    ...view,
    ...(first && { sentence: first }),
    pipelines,
    items: view.items.map(run => inRow(run, of(run))),
  };
}

function inRun(view: ViewBody<RunDetails>, own: Gate[]): ViewBody<RunDetails> {
  const [first] = own;
  if (!first) {
    return view;
  }
  const { run, sentences, stages } = view;
  return {
    ...view,
    run: inRow(run, own),
    sentences: worstFirst([
      ...own.map(gate => toned(gate.sentence)),
      // What its tool says of the script that asks is what has just been said better.
      ...sentences.filter(({ text }) => text !== run.sentence.text),
    ]),
    stages: stages.map(stage => {
      const gate = own.find(({ stageId }) => stageId === stage.id);
      return gate && !stage.gate ? { ...stage, gate } : stage;
    }),
  };
}

function inRow<T extends PipelineRun & { gates: Gate[] }>(
  run: T,
  own: Gate[],
): T {
  return own.length === 0
    ? run
    : { ...withSentence(run, own), gates: [...run.gates, ...own] };
}

function withSentence<T extends PipelineRun>(run: T, [first]: Gate[]): T {
  return first ? { ...run, sentence: first.sentence } : run;
}

function toned(said: Sentence): Sentence & { tone: Tone } {
  return { ...said, tone: 'hold' };
}

function isWaiting({ state }: Gate): boolean {
  return state === 'pending';
}
