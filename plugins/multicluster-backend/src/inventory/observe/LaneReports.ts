import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ProblemCode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneReporter } from '@fairway/backstage-plugin-multicluster-node';
import { InventoryMetrics } from '../InventoryMetrics';
import { conditionOf } from './conditionOf';
import { laneIsDue } from './laneIsDue';
import { LaneState } from './LaneState';
import { SourceNotes } from './SourceNotes';

/** The lane under which a facet that cannot go on at all is listed. */
const WHOLE = 'source';
const FORGOTTEN_AFTER_MS = 600_000;

interface LaneReportsOptions {
  source: string;
  facet: string;
  /** What people call the source. */
  title: string;
  logger: LoggerService;
  metrics?: InventoryMetrics;
  /** What is stored of the lanes. */
  lanes: LaneState[];
  notes: SourceNotes;
  /** Called when a lane is no longer wanted. */
  retired(lane: string): void;
  now(): number;
}

/**
 * What an observation tells of its lanes, collected in memory.
 *
 * @remarks
 * Everything here is called as often as it happens and must cost nothing. What is due is written by whoever calls
 * {@link LaneReports.due}. A change of state gives one line in the log, however often it is told.
 */
export class LaneReports implements LaneReporter {
  static create(options: LaneReportsOptions) {
    return new LaneReports(options);
  }

  readonly #options: LaneReportsOptions;
  readonly #lanes: Map<string, LaneState>;
  #notes: SourceNotes;
  #notesChanged = false;
  readonly #declared = new Set<string>();
  #firstContactAt?: number;

  private constructor(options: LaneReportsOptions) {
    this.#options = options;
    this.#notes = options.notes;
    this.#lanes = new Map(options.lanes.map(lane => [lane.name, lane]));
  }

  all(): LaneState[] {
    return [...this.#lanes.values()];
  }

  /** The lanes to write now; they count as written once this is called. `all`: whatever is not written yet. */
  due(options?: { all: boolean }): LaneState[] {
    const now = this.#options.now();
    const due = this.all().filter(lane =>
      options?.all
        ? lane.urgent || lane.contactAt !== lane.writtenContactAt
        : laneIsDue(lane, now),
    );
    for (const lane of due) {
      lane.urgent = false;
      lane.writtenAt = now;
      lane.writtenContactAt = lane.contactAt;
    }
    return due;
  }

  /** What the source said of itself, if that is not written yet. */
  dueNotes(): SourceNotes | undefined {
    const due = this.#notesChanged ? this.#notes : undefined;
    this.#notesChanged = false;
    return due;
  }

  /**
   * Whether any lane fares otherwise than readers were told, as far as that is written; counts as told once this is called.
   *
   * @param isRead - whether a lane is known to be stored to the end
   */
  turned(isRead: (lane: string) => boolean): boolean {
    let turned = false;
    for (const lane of this.all().filter(one => !one.urgent)) {
      const told = lane.toldCondition ?? 'syncing';
      // What was read once stays so, although the store need not have looked at it yet since it was opened.
      const now = conditionOf(lane, told !== 'syncing' || isRead(lane.name));
      turned ||= now !== told;
      lane.toldCondition = now;
    }
    return turned;
  }

  /** Writing failed: what was due still is. */
  undo(lanes: LaneState[]): void {
    for (const lane of lanes) {
      lane.urgent = true;
    }
    this.#notesChanged = true;
  }

  /**
   * Retires lanes that an earlier observation left behind and this one does not want: their kind lost its last placement
   * while nobody looked. Only after a while, because a source comes to know what it wants by and by.
   */
  retireForgotten(): void {
    const age = this.#options.now() - (this.#firstContactAt ?? Infinity);
    if (age < FORGOTTEN_AFTER_MS) {
      return;
    }
    for (const { name, retired } of this.all()) {
      if (!retired && name !== WHOLE && !this.#declared.has(name)) {
        this.retire(name);
      }
    }
  }

  declare(name: string, options: { subject: string }): void {
    const lane = this.#lane(name);
    this.#declared.add(name);
    if (lane.retired || lane.subject !== options.subject) {
      lane.retired = false;
      lane.subject = options.subject;
      lane.urgent = true;
    }
  }

  retire(name: string): void {
    const lane = this.#lane(name);
    if (!lane.retired) {
      lane.retired = true;
      lane.problem = undefined;
      lane.urgent = true;
      this.#options.retired(name);
    }
  }

  /** The facet as a whole cannot go on. The next contact of any lane ends this. */
  failed(problem: { code: ProblemCode; sentence: Sentence }): void {
    this.declare(WHOLE, { subject: this.#options.title });
    this.problem(WHOLE, problem);
  }

  contact(name: string): void {
    const lane = this.#lane(name);
    lane.contactAt = this.#options.now();
    this.#firstContactAt ??= lane.contactAt;
    const whole = this.#lanes.get(WHOLE);
    if (whole?.problem) {
      this.#recover(whole);
      whole.retired = true;
    }
    if (lane.inherited) {
      this.#recover(lane);
    }
  }

  lag(name: string, seconds: number): void {
    // Clocks differ: what seems to come from the future has just happened.
    this.#lane(name).lagSeconds = Math.max(0, seconds);
  }

  relist(name: string): void {
    const lane = this.#lane(name);
    lane.relists += 1;
    const { source, facet, metrics } = this.#options;
    metrics?.relist({ source, facet, lane: name });
  }

  problem(
    name: string,
    problem: { code: ProblemCode; sentence: Sentence },
  ): void {
    const { source, facet, logger, metrics, now } = this.#options;
    const lane = this.#lane(name);
    const before = lane.problem;
    lane.errors += 1;
    lane.inherited = false;
    metrics?.error({ source, facet, lane: name, code: problem.code });
    if (
      before?.code === problem.code &&
      before.sentence.text === problem.sentence.text
    ) {
      return;
    }
    lane.problem = {
      ...problem,
      since: before?.code === problem.code ? before.since : now(),
    };
    lane.urgent = true;
    if (before?.code !== problem.code) {
      logger.warn(
        `${source}: ${lane.subject}: ${problem.code}: ${problem.sentence.text}`,
      );
    }
  }

  recovered(name: string): void {
    this.#recover(this.#lane(name));
  }

  facts(facts: Sentence[]): void {
    this.#note({ ...this.#notes, facts });
  }

  missingRbac(yaml: string | undefined): void {
    this.#note({ ...this.#notes, missingRbac: yaml });
  }

  #recover(lane: LaneState): void {
    lane.inherited = false;
    if (lane.problem) {
      lane.problem = undefined;
      lane.urgent = true;
      this.#options.logger.info(
        `${this.#options.source}: ${lane.subject}: read again`,
      );
    }
  }

  #note(notes: SourceNotes): void {
    if (JSON.stringify(notes) !== JSON.stringify(this.#notes)) {
      this.#notes = notes;
      this.#notesChanged = true;
    }
  }

  #lane(name: string): LaneState {
    let lane = this.#lanes.get(name);
    if (!lane) {
      lane = {
        name,
        subject: name,
        retired: false,
        relists: 0,
        errors: 0,
        inherited: false,
        urgent: true,
        writtenAt: -Infinity,
      };
      this.#lanes.set(name, lane);
    }
    return lane;
  }
}
