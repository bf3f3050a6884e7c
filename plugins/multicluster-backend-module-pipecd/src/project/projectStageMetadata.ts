import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { RawStage } from '../wire/messages';
import { textUpTo } from './textUpTo';

const SHARES = [
  'primary-percentage',
  'canary-percentage',
  'baseline-percentage',
  'promote-percentage',
  'canary-scale',
] as const;

/**
 * What metadata of a stage says for people. `elapsedTime` of an analysis grows by itself while it runs and is taken when it is
 * over; `startTime` of a wait is the start that `completed_at` gives too.
 *
 * @internal
 */
export function projectStageMetadata(
  raw: RawStage,
): Pick<PipecdStage, 'skippedBy' | 'display' | 'shares' | 'elapsed'> {
  const metadata = raw.metadata ?? {};
  const display = textUpTo(1000, metadata['pipecd/stage-display-metadata']);
  const skippedBy =
    metadata.SkippedBy || /^SkippedBy: (.+)$/.exec(display ?? '')?.[1];
  const shares = Object.fromEntries(
    SHARES.flatMap(name => {
      const value = textUpTo(20, metadata[name]);
      return value ? [[name, value]] : [];
    }),
  );
  const over = (raw.status ?? 0) > StageStatus.RUNNING;
  const elapsed = over ? textUpTo(40, metadata.elapsedTime) : undefined;
  return {
    ...(skippedBy && { skippedBy }),
    ...(display && { display }),
    ...(Object.keys(shares).length > 0 && { shares }),
    ...(elapsed && { elapsed }),
  };
}
