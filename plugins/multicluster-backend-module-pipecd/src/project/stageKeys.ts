import { RawStage } from '../wire/messages';

/**
 * Keys of stages that are unique within their run, in the same order: the id, and for repeated ones their place behind it. All
 * rollbacks of scripts of a v0 run have one id.
 *
 * @internal
 */
export function stageKeys(stages: readonly RawStage[]): string[] {
  const seen = new Set<string>();
  return stages.map(({ id }, index) => {
    const wanted = id || `stage#${index}`;
    const key = seen.has(wanted) ? `${wanted}#${index}` : wanted;
    seen.add(key);
    return key;
  });
}
