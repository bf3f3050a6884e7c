import {
  BlockedCode,
  sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { promotionScope } from '../../__testUtils__/promotionScope';
import { PromotionColumn } from './PromotionColumn';
import { sentenceOfPromotion } from './sentenceOfPromotion';

function column(code: string, tone: Tone): PromotionColumn {
  return {
    scope: promotionScope(),
    view: {
      name: 'x',
      versions: [],
      health: 'healthy',
      sentence: { ...sentence(`promotion.environment.${code}`), tone },
      coverage: { seen: 1, total: 1, stale: 0, problems: [] },
      clusters: [],
    },
  };
}

const step = (code: BlockedCode) => ({
  to: 'x',
  next: {
    kind: 'no-actuator' as const,
    sentence: sentence('promotion.next.none'),
  },
  blocked: { code, sentence: sentence(`blocked.${code}`), evidence: [] },
});
const said = (
  given: Partial<Parameters<typeof sentenceOfPromotion>[0]>,
): string | undefined =>
  sentenceOfPromotion({
    configured: true,
    unknown: [],
    outside: 0,
    unassigned: 0,
    columns: [],
    steps: [],
    ...given,
  })?.code;

describe('sentenceOfPromotion', () => {
  it.each<[string, Parameters<typeof said>[0], string | undefined]>([
    [
      'all is well',
      { columns: [column('healthy', 'info'), column('absent', 'info')] },
      undefined,
    ],
    [
      'something is ill, and waits',
      { columns: [column('unhealthy', 'bad')], steps: [step('gate-waiting')] },
      'promotion.environment.unhealthy',
    ],
    [
      'something waits, and moves',
      { columns: [column('progressing', 'run')], steps: [step('quorum')] },
      'blocked.quorum',
    ],
    [
      'two steps wait',
      { steps: [step('gate-waiting'), step('window')] },
      'blocked.window',
    ],
    [
      'why it does not move is as urgent',
      {
        columns: [column('lastKnown', 'warn')],
        steps: [step('agent-offline')],
      },
      'blocked.agent-offline',
    ],
    [
      'only a part is in no environment',
      { outside: 2, columns: [column('healthy', 'info')] },
      'promotion.outside',
    ],
    [
      'a pipeline delivers to no environment',
      { unassigned: 1, columns: [column('absent', 'info')] },
      'promotion.unassigned',
    ],
    [
      'the entity names what is not there',
      { unknown: ['moon'], steps: [step('gate-waiting')] },
      'promotion.unknownEnvironments',
    ],
    [
      'nothing is configured',
      { configured: false, columns: [column('unhealthy', 'bad')] },
      'promotion.notConfigured',
    ],
  ])('where %s', (_, given, expected) => {
    expect(said(given)).toBe(expected);
  });
});
