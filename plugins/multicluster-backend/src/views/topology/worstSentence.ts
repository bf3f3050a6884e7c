import {
  EntityTopology,
  EntityWorkload,
  PlacementSummaryState,
  sentence,
  Sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';

const TONES: Tone[] = ['bad', 'warn', 'hold', 'run', 'info'];

const TONE_OF_SUMMARY: Record<PlacementSummaryState, Tone> = {
  degraded: 'bad',
  unscheduled: 'bad',
  'scheduling-suspended': 'hold',
  progressing: 'run',
  converged: 'info',
};

/**
 * The one sentence that matters most over all workloads: trouble before loss of sight before holds before movement.
 * Undefined when all is well.
 */
export function worstSentence(
  workloads: EntityWorkload[],
): EntityTopology['sentence'] {
  const said = [
    ...workloads.flatMap(ofWorkload),
    ...lostClusters(workloads),
  ].sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
  return said[0];
}

function ofWorkload(
  workload: EntityWorkload,
): Array<Sentence & { tone: Tone }> {
  const { placement, unplaced } = workload;
  if (unplaced) {
    return [{ ...unplaced, tone: 'warn' }];
  }
  if (!placement?.summary.sentence) {
    return [];
  }
  const { state, flags } = placement.summary;
  const held = flags.includes('held');
  const tone = TONE_OF_SUMMARY[state];
  return [
    {
      ...placement.summary.sentence,
      tone: held && tone !== 'bad' ? 'hold' : tone,
    },
  ];
}

function lostClusters(
  workloads: EntityWorkload[],
): Array<Sentence & { tone: Tone }> {
  const lost = new Map<string, Sentence>();
  for (const workload of workloads) {
    for (const target of workload.placement?.targets ?? []) {
      if (target.freshness.state === 'last-known' && target.freshness.reason) {
        lost.set(
          `${workload.controlPlane}/${target.cluster}`,
          target.freshness.reason,
        );
      }
    }
  }
  if (lost.size === 0) {
    return [];
  }
  const [only] = lost.values();
  return [
    {
      ...(lost.size === 1
        ? only
        : sentence('view.clustersLastKnown', { count: lost.size })),
      tone: 'warn',
    },
  ];
}
