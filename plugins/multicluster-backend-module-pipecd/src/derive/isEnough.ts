import { PipecdRun, PipecdStage } from '../native/PipecdRun';

/**
 * Whether all approvals that a gate needs were counted, so that it goes on within seconds and further ones have no effect. A v1
 * piped writes names to metadata only then.
 *
 * @internal
 */
export function isEnough(
  { log, approvedBy }: PipecdStage,
  generation: PipecdRun['generation'],
  received: number,
): boolean {
  return Boolean(
    log?.enough ||
      (generation === 'v1' && approvedBy) ||
      (log?.minimum && received >= log.minimum),
  );
}
