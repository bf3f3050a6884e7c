import {
  ANNOTATION_PIPELINES,
  EntityMatchExplanation,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { EntityClaim, LABEL_ENTITY } from '../../matching/rules';
import { EntityPipelineRecord } from './selectEntityPipelines';

/** What {@link explainPipelineMatch} explains. */
export interface PipelineMatchToExplain {
  entityRef: string;
  entityName: string;
  /** What the entity says; undefined when it says nothing. */
  claim: EntityClaim | undefined;
  shown: EntityPipelineRecord[];
  /** Claimed pipelines that are not shown because nothing confirms them. */
  hidden: EntityPipelineRecord[];
  /** Whether claims are shown as such, so that there are no hidden ones. */
  showClaimed: boolean;
  /** Whether there is a delivery tool at all. */
  anyTool: boolean;
  /** Whether every delivery tool was read to the end. */
  complete: boolean;
}

const CONTESTED = [
  'match.pipeline.contestedLabel',
  'match.pipeline.contestedRepository',
  'match.pipeline.contestedWorkload',
];

/**
 * Why the pipelines shown are those, or why there are none, and what to add.
 *
 * @remarks
 * As with workloads, what is hidden has no say in it, or anyone could find out by the annotations of an entity of their own
 * which pipelines exist. The exception is what entities of different owners say alike, which each of them must be told.
 */
export function explainPipelineMatch(
  options: PipelineMatchToExplain,
): EntityMatchExplanation {
  const { claim, shown, hidden } = options;
  const unconfirmed = shown.filter(item => !item.match.confirmed).length;
  const matched = shown.length > unconfirmed;
  const contested = [...shown, ...hidden].filter(item =>
    CONTESTED.includes(item.match.reason.code),
  );
  if (contested.length > 0) {
    return {
      state: matched ? 'matched' : 'claimed-only',
      sentence: sentence('match.pipeline.contested'),
      suggestions: [],
      ...alsoClaimedBy([...shown, ...contested]),
    };
  }
  if (shown.length > 0) {
    const said = matched
      ? claim?.pipelineProblems?.[0]
      : sentence('match.pipeline.claimedOnly', { count: unconfirmed });
    return {
      state: matched ? 'matched' : 'claimed-only',
      ...(said && { sentence: said }),
      suggestions: unconfirmed > 0 ? confirming(options) : [],
      ...alsoClaimedBy(shown),
    };
  }
  const names = Boolean(claim?.pipelines ?? claim?.toolAnnotations);
  if (names && !options.showClaimed && options.complete && options.anyTool) {
    return {
      state: 'claimed-only',
      sentence:
        claim?.pipelineProblems?.[0] ??
        sentence('match.pipeline.unconfirmedOrNone'),
      suggestions: confirming(options),
    };
  }
  return {
    state: 'none',
    sentence: noneSentence(options, names),
    suggestions: options.anyTool ? finding(options, names) : [],
  };
}

function noneSentence(
  { anyTool, complete, claim }: PipelineMatchToExplain,
  names: boolean,
): Sentence {
  if (!anyTool) {
    return sentence('match.pipeline.noTools');
  }
  if (!complete) {
    return sentence('match.pipeline.notYetRead');
  }
  return (
    claim?.pipelineProblems?.[0] ??
    sentence(names ? 'match.pipeline.noneNamed' : 'match.pipeline.none')
  );
}

/** What would make a pipeline be found, and confirmed as well. */
function finding(
  options: PipelineMatchToExplain,
  names: boolean,
): EntityMatchExplanation['suggestions'] {
  return [
    ...(names
      ? []
      : [
          {
            on: 'entity' as const,
            annotation: ANNOTATION_PIPELINES,
            value: `name=${options.entityName}`,
          },
        ]),
    ...confirming(options),
  ];
}

function confirming({
  entityRef,
}: PipelineMatchToExplain): EntityMatchExplanation['suggestions'] {
  return [{ on: 'pipeline', annotation: LABEL_ENTITY, value: entityRef }];
}

function alsoClaimedBy(
  records: EntityPipelineRecord[],
): Pick<EntityMatchExplanation, 'alsoClaimedBy'> {
  const refs = new Set(records.flatMap(item => item.otherClaims));
  return refs.size > 0
    ? { alsoClaimedBy: { entityRefs: [...refs].sort(), hidden: 0 } }
    : {};
}
