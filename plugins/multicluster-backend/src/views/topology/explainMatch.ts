import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_WORKLOADS,
  EntityMatchExplanation,
  EntityWorkload,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { EntityClaim } from '../../matching/rules';

type Suggestion = EntityMatchExplanation['suggestions'][number];

/**
 * Why the workloads shown are those, or why there are none, and what to add.
 *
 * @param claim - what the entity says; undefined when it says nothing
 * @param shown - workloads that are shown
 * @param hidden - how many claimed workloads are not shown because nothing confirms them
 */
export function explainMatch(options: {
  entityName: string;
  claim: EntityClaim | undefined;
  shown: EntityWorkload[];
  hidden: number;
  /** How many are not shown because they are not on the cluster that the entity names. */
  elsewhere: number;
  /** Whether every source was read to the end. */
  complete: boolean;
}): EntityMatchExplanation {
  const { claim, shown, hidden } = options;
  const id = claim?.kubernetesId ?? options.entityName;
  if (!claim) {
    return {
      state: 'none',
      sentence: sentence('match.none.noAnnotation'),
      suggestions: [
        suggestion('entity', ANNOTATION_KUBERNETES_ID, id),
        suggestion('template', ANNOTATION_KUBERNETES_ID, id),
      ],
    };
  }
  const unconfirmed = hidden + shown.filter(i => !i.match.confirmed).length;
  if (unconfirmed > 0 && unconfirmed === hidden + shown.length) {
    return {
      state: 'claimed-only',
      sentence: sentence('match.claimedOnly', { count: unconfirmed }),
      suggestions: confirming(claim, id),
    };
  }
  if (shown.length > 0) {
    return {
      state: 'matched',
      sentence: claim.problems[0] ?? shared(shown),
      suggestions: unconfirmed > 0 ? confirming(claim, id) : [],
    };
  }
  return {
    state: 'none',
    sentence: noneSentence(claim, options),
    suggestions: finding(claim, id),
  };
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

function noneSentence(
  claim: EntityClaim,
  options: { elsewhere: number; complete: boolean },
) {
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
  return sentence('match.none.noTemplate', {
    annotation: ANNOTATION_KUBERNETES_ID,
    value: claim.kubernetesId,
  });
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
