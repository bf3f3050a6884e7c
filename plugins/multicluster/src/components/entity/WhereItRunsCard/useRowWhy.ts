import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  multiclusterReasonsTranslationRef,
  multiclusterTranslationRef,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { ClusterRow } from '../model/ClusterRow';
import { rowWhy } from '../model/rowWhy';

/**
 * A few words behind the state of a row, and the whole reason for who asks.
 *
 * @param options - `alike`: the row stands for many, so what is said must be true of each
 * @internal
 */
export function useRowWhy(
  row: ClusterRow,
  options: { alike?: boolean } = {},
): { why?: string; title?: string } {
  const { t } = useTranslationRef(multiclusterReasonsTranslationRef);
  const { t: word } = useTranslationRef(multiclusterTranslationRef);
  const say = useSentence();
  const { target, kind, name } = row.parts[0];
  const title =
    [row.reason && say(row.reason), target.reason, target.message]
      .filter(Boolean)
      .join('\n') || undefined;
  const reason = rowWhy(row, options.alike ?? false);
  const words = (): string | undefined => {
    switch (reason.type) {
      case 'last-known':
        // The label says "last known" already; what is left to say is how the cluster is.
        return reason.cluster
          ? word(`state.${reason.cluster}`).toLocaleLowerCase()
          : row.reason && say(row.reason);
      case 'wait':
        return t('entity.why.copiesWait', { count: reason.count });
      case 'updated':
        return t('entity.why.updated', reason);
      case 'behind':
        return t('entity.why.behind', { count: reason.count });
      case 'ready':
        return t('entity.why.ready', reason);
      case 'text':
        return reason.text;
      default:
        return undefined;
    }
  };
  const why = words();
  const one = new Set(row.parts.map(part => part.target.state)).size === 1;
  if (one || reason.type === 'last-known') {
    return { why, title };
  }
  return {
    why: why
      ? t('entity.why.part', { kind, name, why })
      : t('entity.why.partOnly', { kind, name }),
    title,
  };
}
