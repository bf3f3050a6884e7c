import { AggregatedItem } from '../native/BindingNative';
import { TargetContext } from './TargetContext';

/**
 * What a rollout is a rollout of: the incarnation of the template, the generation dispatched, the copies wanted. Another
 * key is another rollout.
 *
 * @remarks
 * Kinds that reflect no generation change with the template itself, where that counts its changes. Without the incarnation
 * a Deployment that was deleted and created anew would be taken for the one that was once available: generations count
 * from 1 again.
 *
 * @internal
 */
export function changeKey(
  item: AggregatedItem,
  desired: number | undefined,
  context: Pick<TargetContext, 'model' | 'workload' | 'incarnation' | 'frozen'>,
): string {
  return `${dispatchedKey(item, context)}${desired ?? ''}${
    context.model || item.g !== undefined || context.frozen
      ? ''
      : context.workload?.generation ?? ''
  }`;
}

/** The part of it that says what was dispatched. @internal */
export function dispatchedKey(
  item: AggregatedItem,
  { incarnation }: Pick<TargetContext, 'incarnation'>,
): string {
  return `${incarnation}.${item.g ?? ''}:`;
}

/** Copies that were wanted when a key was made; undefined: it says none. @internal */
export function copiesInKey(key: string): number | undefined {
  const [, copies] = /:(\d+)$/.exec(key) ?? [];
  return copies === undefined ? undefined : Number(copies);
}
