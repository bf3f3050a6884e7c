import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_WORKLOADS,
  EntityMatchExplanation,
  EntityWorkload,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { CONTESTED, EntityClaim } from '../../matching/rules';
import { EntityWorkloadRecord } from './selectEntityWorkloads';

type Suggestion = EntityMatchExplanation['suggestions'][number];

/** What {@link explainMatch} explains. */
export interface MatchToExplain {
  entityName: string;
  /** What the entity says; undefined when it says nothing. */
  claim: EntityClaim | undefined;
  /** Workloads that are shown. */
  shown: EntityWorkload[];
  /** Claimed workloads that are not shown because nothing confirms them. */
  hidden: Pick<EntityWorkloadRecord, 'reason' | 'otherClaims'>[];
  /** Whether claims are shown as such, so that there are no hidden ones. */
  showClaimed: boolean;
  /** Whether the platform gives any namespace to anybody. */
  mapped: boolean;
  /** How many are not shown because they are not on the cluster that the entity names. */
  elsewhere: number;
  /** Whether every source was read to the end. */
  complete: boolean;
}

/**
 * Why the workloads shown are those, or why there are none, and what to add.
 *
 * @remarks
 * What is hidden has no say in it, not even by its number: anyone could otherwise find out by the annotations of an entity
 * of their own which workloads, policies and labels exist. The exception is an id that others carry too, which everybody
 * who carries it must be told.
 */
export function explainMatch(options: MatchToExplain): EntityMatchExplanation {
  const { claim, shown } = options;
  const id = claim?.kubernetesId ?? options.entityName;
  if (!claim || !saysOfWorkloads(claim)) {
    return {
      state: 'none',
      sentence: sentence('match.none.noAnnotation'),
      suggestions: [
        suggestion('entity', ANNOTATION_KUBERNETES_ID, id),
        suggestion('template', ANNOTATION_KUBERNETES_ID, id),
      ],
    };
  }
  const unconfirmed = shown.filter(item => !item.match.confirmed).length;
  const state = unconfirmed === shown.length ? 'claimed-only' : 'matched';
  const contested = contestedSentence(options);
  if (contested) {
    return {
      state,
      sentence: contested,
      suggestions: [],
      ...alsoClaimedBy(options),
    };
  }
  if (unconfirmed > 0 && state === 'claimed-only') {
    return {
      state,
      sentence: sentence('match.claimedOnly', { count: unconfirmed }),
      suggestions: confirming(claim, id),
      ...alsoClaimedBy(options),
    };
  }
  if (shown.length > 0) {
    return {
      state: 'matched',
      sentence: claim.problems[0] ?? shared(shown),
      suggestions: unconfirmed > 0 ? confirming(claim, id) : [],
      ...alsoClaimedBy(options),
    };
  }
  if (mayBeHidden(claim, options)) {
    return {
      state: 'claimed-only',
      sentence: sentence('match.unconfirmedOrNone'),
      suggestions: confirming(claim, id),
    };
  }
  return {
    state: 'none',
    sentence: noneSentence(claim, options),
    suggestions: finding(claim, id),
  };
}

/** An entity that only says which pipelines are its own, or where it lies, says nothing of workloads. */
function saysOfWorkloads(claim: EntityClaim): boolean {
  return (
    claim.kubernetesId !== undefined ||
    claim.selector !== undefined ||
    claim.workloads.length + claim.policies.length > 0 ||
    claim.problems.length > 0
  );
}

/** What would make a template be found. */
function finding(claim: EntityClaim, id: string): Suggestion[] {
  const suggestions = [suggestion('template', ANNOTATION_KUBERNETES_ID, id)];
  if (!claim.kubernetesId) {
    suggestions.unshift(suggestion('entity', ANNOTATION_KUBERNETES_ID, id));
  }
  if (claim.workloads.length === 0) {
    suggestions.push(
      suggestion(
        'entity',
        ANNOTATION_WORKLOADS,
        `Deployment.apps/${claim.namespace ?? 'default'}/${id}`,
      ),
    );
  }
  return suggestions;
}

/** Whether the entity selects by what no template says, which can be confirmed by a mapping alone. */
function mayBeHidden(claim: EntityClaim, options: MatchToExplain): boolean {
  const { showClaimed, complete, elsewhere } = options;
  const selects =
    claim.selector !== undefined ||
    claim.workloads.length + claim.policies.length > 0;
  return !showClaimed && complete && elsewhere === 0 && selects;
}

function contestedSentence({ claim, shown, hidden }: MatchToExplain) {
  const reasons = [...hidden, ...shown.map(item => item.match)];
  return reasons.some(({ reason }) => reason?.code === CONTESTED)
    ? sentence('match.contestedId', {
        annotation: ANNOTATION_KUBERNETES_ID,
        value: claim?.kubernetesId ?? '',
      })
    : undefined;
}

/** Who else claims what is shown, or carries the same id. */
function alsoClaimedBy({
  shown,
  hidden,
}: MatchToExplain): Pick<EntityMatchExplanation, 'alsoClaimedBy'> {
  const refs = [
    ...shown.flatMap(item => item.match.alsoClaimedBy?.entityRefs ?? []),
    ...hidden
      .filter(({ reason }) => reason.code === CONTESTED)
      .flatMap(item => item.otherClaims),
  ];
  const entityRefs = [...new Set(refs)].sort();
  return entityRefs.length > 0
    ? { alsoClaimedBy: { entityRefs, hidden: 0 } }
    : {};
}

function noneSentence(claim: EntityClaim, options: MatchToExplain) {
  if (!options.complete) {
    return sentence('match.notYetRead');
  }
  if (claim.problems.length > 0) {
    return claim.problems[0];
  }
  if (claim.cluster && options.elsewhere > 0) {
    return sentence('match.none.otherCluster', { cluster: claim.cluster });
  }
  if (!claim.kubernetesId) {
    return sentence('match.none.noSelection');
  }
  return sentence(
    options.mapped && !options.showClaimed
      ? 'match.none.noTemplateOrMapped'
      : 'match.none.noTemplate',
    { annotation: ANNOTATION_KUBERNETES_ID, value: claim.kubernetesId },
  );
}

/** What would confirm a claim: the template saying so too. */
function confirming(claim: EntityClaim, id: string): Suggestion[] {
  return [
    ...(claim.kubernetesId
      ? []
      : [suggestion('entity', ANNOTATION_KUBERNETES_ID, id)]),
    suggestion('template', ANNOTATION_KUBERNETES_ID, id),
  ];
}

function shared(shown: EntityWorkload[]) {
  return shown.some(item => item.match.alsoClaimedBy)
    ? sentence('match.sharedClaim')
    : undefined;
}

function suggestion(
  on: Suggestion['on'],
  annotation: string,
  value: string,
): Suggestion {
  return { on, annotation, value };
}
