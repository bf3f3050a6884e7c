import assert from 'node:assert/strict';
import {
  LaneChange,
  LaneContent,
  LaneHold,
  laneDigest,
  LaneRequest,
  LanesFacet,
} from '../../../contract';
import { eventually } from '../../eventually';
import { uniqueName } from '../uniqueName';
import { assertLaneResult } from './assertLaneResult';
import { LanesHarness, LanesSource } from './LanesHarness';
import { LanesWorldAbility, LanesWorldLane } from './LanesWorld';

const PAUSE_MS = 50;

/**
 * What a case works with: lanes of its own, and the source.
 *
 * @public
 */
export class LanesConformanceContext {
  /** @internal */
  static create(harness: LanesHarness): LanesConformanceContext {
    return new LanesConformanceContext(harness);
  }

  readonly #harness: LanesHarness;
  readonly #lanes: LanesWorldLane[] = [];
  readonly #ends: Array<() => Promise<void>> = [];

  private constructor(harness: LanesHarness) {
    this.#harness = harness;
  }

  get world() {
    return this.#harness.world;
  }

  get approver() {
    return this.#harness.approver;
  }

  get patienceMs(): number {
    return this.#harness.patienceMs ?? 20_000;
  }

  async source(): Promise<LanesSource> {
    return await this.#harness.createSource();
  }

  async facet(): Promise<LanesFacet> {
    return (await this.source()).lanes;
  }

  ability<A extends LanesWorldAbility>(
    ability: A,
  ): NonNullable<LanesHarness['world'][A]> {
    const { world } = this.#harness;
    const found = world[ability];
    assert.ok(found, `The world cannot ${ability}`);
    return found.bind(world) as NonNullable<LanesHarness['world'][A]>;
  }

  /** Begins something that has to end: with the function that is returned, or with the case. */
  async begin(
    work: () => Promise<() => Promise<void>>,
  ): Promise<() => Promise<void>> {
    const end = await work();
    let over = false;
    const once = async () => {
      if (!over) {
        over = true;
        await end();
      }
    };
    this.#ends.push(once);
    return once;
  }

  /** A workload that runs under a policy of its own, by nobody held. */
  async lane(): Promise<LanesWorldLane> {
    const lane = await this.world.place(uniqueName());
    this.#lanes.push(lane);
    return lane;
  }

  async request(
    lane: LanesWorldLane,
    options: Partial<Pick<LaneRequest, 'deadlineMs' | 'signal'>> = {},
  ): Promise<LaneRequest> {
    return {
      ...(await this.world.facts(lane)),
      deadlineMs: 10_000,
      signal: new AbortController().signal,
      ...options,
    };
  }

  /** Sends one change, with the precondition as it is now unless told otherwise. */
  async change(
    facet: LanesFacet,
    lane: LanesWorldLane,
    form: LaneChange['form'],
    options: Partial<LaneChange> = {},
  ): ReturnType<LanesFacet['change']> {
    const request = await this.request(lane);
    const resourceVersion =
      options.resourceVersion ?? (await this.versionOf(facet, request));
    const result = await facet.change({
      ...request,
      form,
      clusters: [],
      resourceVersion,
      caller: this.approver,
      note: { by: this.approver.userEntityRef, requestId: 'request-1' },
      dryRun: false,
      ...options,
    });
    assertLaneResult(result);
    return result;
  }

  /** A change that has to be taken. */
  async done(...args: Parameters<LanesConformanceContext['change']>) {
    const result = await this.change(...args);
    assert.equal(result.outcome, 'applied', JSON.stringify(result));
    return result;
  }

  /** A lane that is held. */
  async held(facet: LanesFacet): Promise<LanesWorldLane> {
    const lane = await this.lane();
    await this.done(facet, lane, 'hold');
    return lane;
  }

  async versionOf(facet: LanesFacet, request: LaneRequest): Promise<string> {
    try {
      return (await facet.read(request)).resourceVersion;
    } catch {
      return '';
    }
  }

  async holdOf(facet: LanesFacet, lane: LanesWorldLane): Promise<LaneHold> {
    return facet.holdOf((await this.world.facts(lane)).policy);
  }

  /** What is rendered, once it is settled and a predicate holds. */
  async content(
    facet: LanesFacet,
    lane: LanesWorldLane,
    holds: (content: LaneContent) => boolean = () => true,
  ): Promise<LaneContent> {
    return await this.until('its rendering is settled', async () => {
      const content = await facet.read(await this.request(lane));
      return content.settled && holds(content) ? content : undefined;
    });
  }

  /** Waits until the image is rendered for all of its clusters; nothing is said of what runs. */
  async rendered(facet: LanesFacet, lane: LanesWorldLane, image: string) {
    return await this.content(facet, lane, ({ clusters }) =>
      lane.clusters.every(cluster =>
        clusters[cluster]?.some(object =>
          object.images.some(item => item.image === image),
        ),
      ),
    );
  }

  digestOf(content: LaneContent, cluster: string): string {
    return laneDigest(content.clusters[cluster] ?? []);
  }

  async untilRuns(
    lane: LanesWorldLane,
    cluster: string,
    image: string,
  ): Promise<void> {
    await this.until(`${cluster} runs ${image}`, async () =>
      (await this.world.runsOn(lane, cluster)).includes(image),
    );
  }

  /** Fails as soon as an image shows up where it is held back. */
  async staysAway(lane: LanesWorldLane, cluster: string, image: string) {
    const end = performance.now() + (this.#harness.quietMs ?? 1000);
    do {
      const images = await this.world.runsOn(lane, cluster);
      assert.ok(!images.includes(image), `${cluster} runs ${image}`);
      await pause();
    } while (performance.now() < end);
  }

  async until<T>(what: string, probe: () => Promise<T>) {
    return await eventually(
      async () => {
        const found = await probe();
        if (!found) {
          await pause();
        }
        return found;
      },
      { timeoutMs: this.patienceMs, message: what },
    );
  }

  /** @internal */
  async cleanUp(): Promise<void> {
    for (const end of this.#ends.splice(0)) {
      await end();
    }
    for (const lane of this.#lanes.splice(0)) {
      await this.world.remove(lane);
    }
  }
}

async function pause(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
}
