import {
  ActionPreview,
  ActionResult,
} from '@fairway/backstage-plugin-multicluster-common';
import { LanesFacet } from '@fairway/backstage-plugin-multicluster-node';
import { wholeText } from '../model/wholeText';
import { Acting } from '../../service/Acting';
import { LaneInput } from '../../service/LaneService';
import { SourceRegistry } from '../../service/SourceRegistry';
import { ActionLedger } from '../ledger/ActionLedger';
import { refuse } from '../engine/refuse';
import { untilSeen } from '../../util/untilSeen';
import { ApprovalStore } from '../store/ApprovalStore';
import { ArmedLane } from './ArmedLane';
import { BaselineReader } from './BaselineReader';
import { checkOfChange } from './checkOfChange';
import { effectsOfArming } from './effectsOfArming';
import { LaneBook } from './LaneBook';
import { LaneCheckup } from './LaneCheckup';
import { LaneFacts } from './LaneFacts';
import { LaneInventory } from './LaneInventory';
import { LaneRef } from './LaneRef';
import { recordArming } from './recordArming';

interface Options {
  store: ApprovalStore;
  sources: Pick<SourceRegistry, 'get'>;
  book: LaneBook;
  inventory: LaneInventory;
  baselines: BaselineReader;
  /** Called after a lane was armed or disarmed. */
  changed: () => void;
}

interface Found {
  ref: LaneRef;
  facet: LanesFacet;
  facts: LaneFacts;
  armed?: ArmedLane;
}

const DEADLINE_MS = 15_000;
/** A watch tells within a second; of a source that is polled, the next read of the page does. */
const LISTED = { everyMs: 200, withinMs: 5_000 };

/**
 * Arms and disarms lanes. A dry run says every check and what it reaches; the real request carries the resourceVersion that was
 * looked at, does the checks again, and leaves its intent in the trail before anything is sent.
 */
export class LaneManager {
  static create(options: Options): LaneManager {
    return new LaneManager(options);
  }

  readonly #options: Options;
  readonly #ledger: ActionLedger;
  readonly #checkup: LaneCheckup;

  private constructor(options: Options) {
    this.#options = options;
    this.#ledger = ActionLedger.create(options.store);
    this.#checkup = LaneCheckup.create(options.baselines);
  }

  async manage(
    ref: LaneRef,
    input: LaneInput,
    acting: Acting,
  ): Promise<ActionPreview | undefined> {
    const found = await this.#find(ref);
    if (!found) {
      return undefined;
    }
    return input.dryRun
      ? this.#preview(found, input, acting)
      : this.#act(found, input, acting);
  }

  async #find(ref: LaneRef): Promise<Found | undefined> {
    const { sources, book, inventory } = this.#options;
    const facet = sources.get(ref.source)?.lanes;
    const armed = await book.find(ref);
    const facts = await inventory.read(armed ?? ref);
    return facet && (facts.policy || armed)
      ? { ref, facet, facts, ...(armed && { armed }) }
      : undefined;
  }

  async #preview(
    found: Found,
    input: LaneInput,
    acting: Acting,
  ): Promise<ActionPreview> {
    const { checks, baseline } = await this.#checkup.examine(
      input.action,
      found,
      acting,
    );
    const result = checks.every(({ ok }) => ok)
      ? await this.#change(found, { ...input, resourceVersion: '' }, acting)
      : undefined;
    return {
      checks: result
        ? [...checks, checkOfChange(result, { trial: true })]
        : checks,
      effects: effectsOfArming(input.action, found.facts, baseline?.changes, {
        isHeldElsewhere: result?.sentence?.code === 'lane.disarmed.elsewhere',
      }),
      ...(result?.precondition && { resourceVersion: result.precondition }),
      done: false,
    };
  }

  async #act(
    found: Found,
    input: LaneInput,
    acting: Acting,
  ): Promise<ActionPreview> {
    const reason = wholeText(input.reason);
    if (!reason) {
      throw refuse('REASON_REQUIRED');
    }
    if (!input.resourceVersion && found.facts.policy) {
      throw refuse('PRECONDITION_REQUIRED');
    }
    const look = await this.#checkup.examine(input.action, found, acting);
    if (!look.checks.every(({ ok }) => ok)) {
      return { checks: look.checks, effects: [], done: false };
    }
    const environment = found.facts.environments.at(-1);
    const answer = await this.#ledger.run(acting, {
      of: {
        action: `lane.${input.action}`,
        ...(environment && { environment }),
        payload: { ...found.ref },
      },
      asked: { reason },
      send: () => this.#change(found, input, acting),
      answer: async result => {
        const done = result.outcome === 'applied' || result.outcome === 'noop';
        if (done) {
          await recordArming(this.#options, found, {
            action: input.action,
            by: acting.caller.userEntityRef,
            reason,
            given: look.baseline?.dispatched ?? [],
          });
        }
        return {
          checks: [...look.checks, checkOfChange(result)],
          effects: [],
          ...(result.resourceVersion && {
            resourceVersion: result.resourceVersion,
          }),
          done,
        };
      },
    });
    this.#options.changed();
    if (answer.done) {
      // It is done, whatever becomes of the list.
      await this.#untilListed(found, input.action).catch(() => {});
      this.#options.changed();
    }
    return answer;
  }

  /** Who armed a lane and reads the list next would be told that nobody holds it, until the source has told of the change. */
  async #untilListed(
    { ref, facet }: Found,
    action: LaneInput['action'],
  ): Promise<void> {
    await untilSeen(async () => {
      const { policy } = await this.#options.inventory.read(ref);
      const isHeld = policy && facet.holdOf(policy).form !== 'none';
      return !policy || isHeld === (action === 'arm');
    }, LISTED);
  }

  async #change(
    { facet, facts, armed }: Found,
    { action, dryRun, resourceVersion }: LaneInput,
    { caller }: Acting,
  ): Promise<ActionResult & { resourceVersion?: string }> {
    return facet.change({
      policy: facts.policy ?? armed!.detail.policy,
      placements: facts.placements,
      form: action === 'arm' ? 'hold' : 'disarm',
      clusters: [],
      resourceVersion: resourceVersion ?? '',
      caller,
      note: { by: caller.userEntityRef },
      dryRun,
      deadlineMs: DEADLINE_MS,
      signal: AbortSignal.timeout(2 * DEADLINE_MS),
    });
  }
}
