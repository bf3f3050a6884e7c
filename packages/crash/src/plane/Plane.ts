import { Sequence } from '../lib/Sequence';
import { CLUSTERS, LANES } from '../portal/crashWorld';
import { holdsAfter } from './holdsAfter';
import { isHeld } from './isHeld';
import { PlaneChange } from './PlaneChange';
import { PlaneEntry } from './PlaneEntry';
import { PlaneLane } from './PlaneLane';

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
  #log: PlaneEntry[] = [];

  /** @param takesMs - milliseconds until a cluster has what goes to it */
  static create(sequence: Sequence, takesMs: () => number): Plane {
    return new Plane(sequence, takesMs);
  }

  private constructor(sequence: Sequence, takesMs: () => number) {
    this.#sequence = sequence;
    this.#takesMs = takesMs;
    for (const name of LANES) {
      this.#lanes.set(name, {
        name,
        content: 'as-it-was',
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

  /** Somebody changed the template of a lane. */
  render(name: string, run: string): void {
    const lane = this.#lanes.get(name)!;
    lane.content = run;
    lane.generation += 1;
    for (const cluster of CLUSTERS) {
      if (!isHeld(lane, cluster)) {
        this.#dispatch(lane, cluster);
      }
    }
  }

  /** Undefined: there is no such policy. `conflict`: it is another by now than the one that was looked at. */
  change(name: string, change: PlaneChange): 'taken' | 'conflict' | undefined {
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
    for (const cluster of opened) {
      this.#write(lane.content, { kind: 'opened', cluster });
      this.#dispatch(lane, cluster);
    }
    return 'taken';
  }

  /** Nobody follows that change any more. @returns what the log says of it, which is forgotten with it */
  close(run: string): PlaneEntry[] {
    const ofRun = this.#log.filter(entry => entry.run === run);
    this.#log = this.#log.filter(entry => entry.run !== run);
    return ofRun;
  }

  #dispatch(lane: PlaneLane, cluster: string): void {
    setTimeout(() => {
      const { content, members } = lane;
      if (!isHeld(lane, cluster) && members[cluster] !== content) {
        members[cluster] = content;
        this.#write(content, { kind: 'arrived', cluster });
      }
    }, this.#takesMs()).unref();
  }

  #write(run: string, said: Said): void {
    this.#log.push({ at: this.#sequence.next(), run, ...said });
  }
}
