import { Sent } from '../check/Sent';
import { Sequence } from '../lib/Sequence';
import { CLUSTERS, LANES, TURNED_LANES } from '../portal/crashWorld';
import { Arrival } from './Arrival';
import { holdsAfter } from './holdsAfter';
import { isHeld } from './isHeld';
import { PlaneChange } from './PlaneChange';
import { PlaneEntry } from './PlaneEntry';
import { PlaneLane } from './PlaneLane';

/** Whoever was shown a content knows of it so many milliseconds later: what it sends was looked at and is on its way by then. */
const KNOWN_AFTER_MS = 1_500;

/** What lanes have that are never rendered. */
const TURNED = 'never-rendered';

type Said<T = PlaneEntry> = T extends PlaneEntry
  ? Omit<T, 'at' | 'run'>
  : never;

/**
 * A control plane that holds what its policies place. What is not held goes to its cluster a moment later; a change of form is
 * taken only while the policy is the one that was looked at. Its log is what the checker reads of lanes.
 */
export class Plane {
  readonly #sequence: Sequence;
  readonly #takesMs: () => number;
  readonly #lanes = new Map<string, PlaneLane>();
  readonly #sent: Sent[] = [];
  /** When each content was shown first to somebody who decides by it, in milliseconds. */
  readonly #shown = new Map<string, number>();
  #log: PlaneEntry[] = [];

  /** @param takesMs - milliseconds until a cluster has what goes to it */
  static create(sequence: Sequence, takesMs: () => number): Plane {
    return new Plane(sequence, takesMs);
  }

  private constructor(sequence: Sequence, takesMs: () => number) {
    this.#sequence = sequence;
    this.#takesMs = takesMs;
    for (const name of [...LANES, ...TURNED_LANES]) {
      this.#lanes.set(name, {
        name,
        content: TURNED_LANES.includes(name) ? TURNED : 'as-it-was',
        generation: 1,
        version: 1,
        holds: 'none',
        members: Object.fromEntries(CLUSTERS.map(one => [one, 'as-it-was'])),
      });
    }
  }

  get lanes(): PlaneLane[] {
    return [...this.#lanes.values()];
  }

  lane(name: string): PlaneLane | undefined {
    return this.#lanes.get(name);
  }

  /** What was written and belongs to no change that somebody still follows. */
  get left(): readonly PlaneEntry[] {
    return this.#log;
  }

  /** Every release that ever came. */
  get sent(): readonly Sent[] {
    return this.#sent;
  }

  /** Somebody changed the template of a lane. @returns the place of that among all entries */
  render(name: string, run: string): number {
    const lane = this.#lanes.get(name)!;
    lane.content = run;
    lane.generation += 1;
    for (const cluster of CLUSTERS) {
      if (!isHeld(lane, cluster)) {
        this.#dispatch(lane, cluster, lane.holds !== 'none' && 'slipped');
      }
    }
    return this.#sequence.next();
  }

  /** Somebody looks at a lane, to decide by what is there. */
  look(name: string): PlaneLane | undefined {
    const lane = this.#lanes.get(name);
    if (lane && !this.#shown.has(lane.content)) {
      this.#shown.set(lane.content, Date.now());
    }
    return lane;
  }

  /** A change comes, and has its effect later. */
  came(name: string, { form }: Pick<PlaneChange, 'form'>): Arrival {
    const at = this.#sequence.next();
    const run = this.#lanes.get(name)?.content;
    if (form === 'release' && run !== undefined) {
      this.#sent.push({ at, source: 'plane', run });
    }
    return { at, ms: Date.now() };
  }

  /** Undefined: there is no such policy. `conflict`: it is another by now than the one that was looked at. */
  change(
    name: string,
    change: PlaneChange,
    arrival: Pick<Arrival, 'ms'> = { ms: Date.now() },
  ): 'taken' | 'conflict' | undefined {
    const lane = this.#lanes.get(name);
    if (!lane) {
      return undefined;
    }
    if (change.version !== lane.version) {
      return 'conflict';
    }
    const wanted = holdsAfter(change);
    if (JSON.stringify(wanted) === JSON.stringify(lane.holds)) {
      return 'taken';
    }
    const opened = CLUSTERS.filter(
      cluster => isHeld(lane, cluster) && !isHeld({ holds: wanted }, cluster),
    );
    lane.holds = wanted;
    lane.version += 1;
    if (wanted === 'all') {
      this.#write(lane.content, { kind: 'held' });
    }
    const knew = this.#shown.get(lane.content) ?? Infinity;
    const blind = arrival.ms - knew < KNOWN_AFTER_MS && 'blind';
    for (const cluster of opened) {
      this.#write(lane.content, {
        kind: 'opened',
        cluster,
        ...(blind && { blind: true }),
      });
      this.#dispatch(lane, cluster, blind);
    }
    return 'taken';
  }

  /** Nobody follows that change any more. @returns what the log says of it, which is forgotten with it */
  close(run: string): PlaneEntry[] {
    const ofRun = this.#log.filter(entry => entry.run === run);
    this.#log = this.#log.filter(entry => entry.run !== run);
    this.#shown.delete(run);
    return ofRun;
  }

  #dispatch(
    lane: PlaneLane,
    cluster: string,
    how: 'slipped' | 'blind' | false,
  ): void {
    const meant = lane.content;
    setTimeout(() => {
      const { content, members } = lane;
      if (!isHeld(lane, cluster) && members[cluster] !== content) {
        members[cluster] = content;
        this.#write(
          content,
          how === 'slipped' || content !== meant
            ? { kind: 'slipped', cluster }
            : { kind: 'arrived', cluster, ...(how && { blind: true }) },
        );
      }
    }, this.#takesMs()).unref();
  }

  #write(run: string, said: Said): void {
    // Lanes that are only armed and disarmed are judged by what they hold.
    if (run === TURNED) {
      return;
    }
    this.#log.push({ at: this.#sequence.next(), run, ...said });
  }
}
