import {
  ActionPreview,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LanesFacet } from '@fairway/backstage-plugin-multicluster-node';
import { Acting } from '../../service/Acting';
import { BaselineReader, LaneBaseline } from './BaselineReader';
import { LaneFacts } from './LaneFacts';
import { LaneRef } from './LaneRef';

/** What has to hold before a lane is armed or disarmed, and what is there. */
export interface LaneExamined {
  checks: ActionPreview['checks'];
  /** Absent: it could not be read, or there is no policy to read it by. */
  baseline?: LaneBaseline;
}

/** Milliseconds. */
const DEADLINE_MS = 15_000;

/** Examines lanes before they are armed or disarmed. */
export class LaneCheckup {
  static create(baselines: BaselineReader): LaneCheckup {
    return new LaneCheckup(baselines);
  }

  readonly #baselines: BaselineReader;

  private constructor(baselines: BaselineReader) {
    this.#baselines = baselines;
  }

  /** Nothing keeps from disarming but a source that cannot be written to: whoever is in trouble gets out of it. */
  async examine(
    action: 'arm' | 'disarm',
    {
      ref,
      facet,
      facts,
    }: { ref: LaneRef; facet: LanesFacet; facts: LaneFacts },
    { caller }: Pick<Acting, 'caller'>,
  ): Promise<LaneExamined> {
    const { available, reason } = facet.capabilities();
    if (!available) {
      const off = reason ?? sentence('lane.off');
      return { checks: [{ code: 'unavailable', ok: false, sentence: off }] };
    }
    const { policy, placements } = facts;
    if (!policy) {
      return { checks: [] };
    }
    const request = {
      policy,
      placements,
      deadlineMs: DEADLINE_MS,
      signal: AbortSignal.timeout(2 * DEADLINE_MS),
    };
    const [checks, baseline] = await Promise.all([
      action === 'arm' ? facet.check({ ...request, caller }) : [],
      this.#baselines.read(ref, facet, request),
    ]);
    return {
      checks: action === 'arm' ? [...checks, settledCheck(baseline)] : checks,
      ...(baseline && { baseline }),
    };
  }
}

/** What runs now must be told from what is to come, or the first look would take the one for the other. */
function settledCheck(
  baseline: LaneBaseline | undefined,
): ActionPreview['checks'][number] {
  const ok = baseline?.settled === true;
  return {
    code: 'settled',
    ok,
    sentence: sentence(
      ok ? 'lane.check.settled.ok' : 'lane.check.settled.failed',
    ),
  };
}
