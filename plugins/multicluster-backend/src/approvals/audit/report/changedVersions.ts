import { ContentChange } from './ContentChange';

/**
 * The versions that a change brought, each once: what stood still beside them needed nobody's approval.
 *
 * @remarks
 * Versions are in the order of containers, see versionLabel. Where their number changed too nobody knows which is which: what was
 * not there before counts, and where nothing is left, all of it.
 */
export function changedVersions({
  from,
  to,
}: Pick<ContentChange, 'from' | 'to'>): string[] {
  const now = to.split(', ');
  const before = from?.split(', ') ?? [];
  const changed =
    before.length === now.length
      ? now.filter((version, index) => version !== before[index])
      : now.filter(version => !before.includes(version));
  return [...new Set(changed.length > 0 ? changed : now)];
}
