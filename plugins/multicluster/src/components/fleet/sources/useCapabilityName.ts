import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { useCallback } from 'react';

const known = [
  'works',
  'rendered',
  'pods',
  'events',
  'live',
  'logs',
  'act',
  'actions',
  'detail',
  'fleet',
  'gates',
  'runs',
] as const;

/** Names of capabilities in the language of the reader. One this version does not know is shown as the source calls it. */
export function useCapabilityName(): (name: string) => string {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return useCallback(
    name => {
      const key = known.find(candidate => candidate === name);
      return key ? t(`fleet.capability.${key}`) : name;
    },
    [t],
  );
}
