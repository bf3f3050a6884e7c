import { PromotionEnvironment } from '@fairway/backstage-plugin-multicluster-common';
import { environmentLook } from './environmentLook';

type Health = PromotionEnvironment['health'];

describe('environmentLook', () => {
  it.each<[Health, number, number, string]>([
    ['healthy', 2, 0, 'ok'],
    ['healthy', 2, 1, 'ok'],
    ['healthy', 2, 2, 'stale'],
    ['unhealthy', 1, 1, 'stale'],
    ['progressing', 3, 0, 'run'],
    ['absent', 0, 0, 'zero'],
    ['levitating' as Health, 1, 0, 'unknown'],
  ])(
    'draws %s with %d read and %d stale as %s',
    (health, seen, stale, shape) => {
      const coverage = { seen, total: seen, stale, problems: [] };
      expect(environmentLook({ health, coverage }).shape).toBe(shape);
    },
  );
});
