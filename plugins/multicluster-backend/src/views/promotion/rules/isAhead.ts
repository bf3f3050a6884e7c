import { PromotionColumn } from '../PromotionColumn';

/**
 * Whether an environment runs something newer than the one before it: a fix that skipped that one, or a change that was taken
 * out of it by another. Then there is nothing to bring, and "bring it" would ask somebody to go back.
 *
 * Known only where both say which run and which commit brought what they run; both must be newer, as an old commit can be
 * delivered again.
 */
export function isAhead(
  to: Pick<PromotionColumn, 'brought'>,
  from: Pick<PromotionColumn, 'brought'>,
): boolean {
  const [newer, older] = [to, from].map(({ brought }) => brought?.run);
  const [commit, before] = [newer?.commit, older?.commit];
  return (
    commit !== undefined &&
    before !== undefined &&
    commit.sha !== before.sha &&
    isLater(commit.createdAt, before.createdAt) &&
    isLater(newer?.createdAt, older?.createdAt)
  );
}

function isLater(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && Date.parse(a) > Date.parse(b);
}
