import {
  promotionScope,
  scopePipeline,
  scopeRun,
} from '../../../__testUtils__/promotionScope';
import { PromotionColumn } from '../PromotionColumn';
import { ScopePipeline } from '../PromotionScope';
import { commitRange } from './commitRange';

const [A, B] = ['a', 'b'].map(letter => letter.repeat(40));

function column(
  sha: string | undefined,
  remote: string | undefined,
  given: Partial<ScopePipeline> = {},
): PromotionColumn {
  const pipeline = scopePipeline({
    ...(remote !== undefined && { repository: { remote } }),
    ...given,
  });
  return {
    scope: promotionScope({ deliveries: [{ pipeline }] }),
    view: { ...(sha && { commit: { sha } }) } as PromotionColumn['view'],
    brought: scopeRun(),
  };
}
const https = 'https://github.com/acme/apps.git';

describe('commitRange', () => {
  it('is what stands between what there is and what there would be, whatever way the remote is written', () => {
    expect(
      commitRange(column(B, https), column(A, 'git@github.com:acme/apps')),
    ).toEqual({
      state: 'known',
      repository: { host: 'github.com', path: 'acme/apps' },
      base: A,
      head: B,
    });
  });

  it.each<[string, PromotionColumn, PromotionColumn, string]>([
    ['the same commit', column(A, https), column(A, https), 'same'],
    [
      'a side without a commit',
      column(B, https),
      column(undefined, https),
      'unknown',
    ],
    [
      'a branch for a commit',
      column('main', https),
      column(A, https),
      'unknown',
    ],
    [
      'two repositories',
      column(B, https),
      column(A, 'https://github.com/acme/other'),
      'no-repository',
    ],
    ['no repository', column(B, undefined), column(A, https), 'no-repository'],
    [
      'a run of no pipeline that delivers there',
      { ...column(B, https), brought: undefined },
      column(A, https),
      'no-repository',
    ],
    [
      'a pipeline that only the entity claims',
      column(B, https, { confirmed: false, name: 'theirs' }),
      column(A, https),
      'not-confirmed',
    ],
    [
      'one that only the entity claims on the other side',
      column(B, https),
      column(A, https, { confirmed: false }),
      'not-confirmed',
    ],
  ])('is none with %s', (_, from, to, state) => {
    expect(commitRange(from, to).state).toBe(state);
  });
});
