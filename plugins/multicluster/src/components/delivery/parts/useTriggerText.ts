import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PipelineRun } from '@fairway/backstage-plugin-multicluster-common';
import {
  actorName,
  multiclusterDeliveryTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { useCallback } from 'react';

const NAMED: ReadonlySet<string> = new Set(['commit', 'manual', 'unknown']);

/** Says what made a run, and who. Nothing where the tool says neither. @internal */
export function useTriggerText(): (
  run: Pick<PipelineRun, 'trigger' | 'commit'>,
) => string | undefined {
  const { t } = useTranslationRef(multiclusterDeliveryTranslationRef);
  return useCallback(
    ({ trigger, commit }) => {
      const { kind, actor } = trigger;
      const name =
        actorName(actor) ?? (kind === 'commit' ? commit?.author : undefined);
      if (NAMED.has(kind)) {
        return name === undefined && kind !== 'manual'
          ? undefined
          : t(`run.trigger.${kind}`, { name: name ?? t('run.somebody') });
      }
      switch (kind) {
        case 'drift':
          return t('run.trigger.drift');
        case 'chain':
          return t('run.trigger.chain');
        case 'schedule':
          return t('run.trigger.schedule');
        case 'event':
          return t('run.trigger.event');
        default:
          return undefined;
      }
    },
    [t],
  );
}
