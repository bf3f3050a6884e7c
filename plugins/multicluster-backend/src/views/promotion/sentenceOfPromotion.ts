import {
  ANNOTATION_ENVIRONMENTS,
  BlockedCode,
  Promotion,
  sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { PromotionColumn } from './PromotionColumn';

const TONES: Tone[] = ['bad', 'warn', 'hold', 'run', 'info'];

const TONE_OF_CODE: Record<BlockedCode, Tone> = {
  unscheduled: 'bad',
  quota: 'bad',
  'policy-suspended': 'hold',
  'gate-waiting': 'hold',
  quorum: 'hold',
  window: 'hold',
  'unhealthy-upstream': 'warn',
  drift: 'warn',
  'source-stale': 'warn',
  'agent-offline': 'warn',
  'agent-stuck': 'bad',
  'queued-behind-run': 'run',
  'no-actuator': 'info',
  unknown: 'warn',
};

/** What is said of an environment in which there is nothing to do. */
const CALM = new Set([
  'promotion.environment.healthy',
  'promotion.environment.absent',
  'promotion.environment.toolOnly',
]);

/**
 * The one sentence that matters most: what is ill before what is not known before what waits for a person; of the same
 * urgency, why a step does not happen, and the environment nearest to the end. Undefined when all is well.
 */
export function sentenceOfPromotion(options: {
  configured: boolean;
  /** Environments that the entity names and the platform does not have. */
  unknown: string[];
  /** Workloads that run in none, and pipelines that deliver to none. */
  outside: number;
  unassigned: number;
  columns: PromotionColumn[];
  steps: Promotion['steps'];
}): Promotion['sentence'] {
  const { configured, unknown, outside, unassigned, columns, steps } = options;
  if (!configured) {
    return { ...sentence('promotion.notConfigured'), tone: 'info' };
  }
  const said: Array<NonNullable<Promotion['sentence']>> = [
    ...(unknown.length > 0
      ? [
          {
            ...sentence('promotion.unknownEnvironments', {
              annotation: ANNOTATION_ENVIRONMENTS,
              names: unknown.join(', '),
            }),
            tone: 'warn' as const,
          },
        ]
      : []),
    ...steps
      .flatMap(({ blocked }) =>
        blocked
          ? [{ ...blocked.sentence, tone: TONE_OF_CODE[blocked.code] }]
          : [],
      )
      .reverse(),
    ...columns.map(({ view }) => view.sentence).reverse(),
    ...(outside > 0
      ? [
          {
            ...sentence('promotion.outside', { count: outside }),
            tone: 'info' as const,
          },
        ]
      : []),
    ...(unassigned > 0
      ? [
          {
            ...sentence('promotion.unassigned', { count: unassigned }),
            tone: 'info' as const,
          },
        ]
      : []),
  ].filter(({ code }) => !CALM.has(code));
  return said.sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone))[0];
}
