import {
  ProblemCode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneReporter } from '../contract';

/** How a lane fares, as far as it was told. @public */
export interface RecordedLane {
  subject?: string;
  retired: boolean;
  contacts: number;
  relists: number;
  lags: number[];
  /** The problem that is open now. */
  problem?: { code: ProblemCode; sentence: Sentence };
  /** Every problem told, oldest first; one that was told twice in a row appears once. */
  problems: Array<{ code: ProblemCode; sentence: Sentence }>;
  /** How often an open problem was declared over. */
  recoveries: number;
}

/** {@inheritDoc recordingLaneReporter} @public */
export interface RecordingLaneReporter extends LaneReporter {
  /** Lanes by name, in the order of their first mention. */
  readonly lanes: ReadonlyMap<string, RecordedLane>;
  /** A lane by name; an untouched one when nothing was told of it. */
  lane(name: string): RecordedLane;
  /** What the source last said of itself. */
  sourceFacts(): Sentence[];
  /** The RBAC that was last said to be missing. */
  rbac(): string | undefined;
}

/**
 * A {@link LaneReporter} that keeps what it is told.
 *
 * @public
 */
export function recordingLaneReporter(): RecordingLaneReporter {
  const lanes = new Map<string, RecordedLane>();
  let sourceFacts: Sentence[] = [];
  let rbac: string | undefined;

  function lane(name: string): RecordedLane {
    let found = lanes.get(name);
    if (!found) {
      found = {
        retired: false,
        contacts: 0,
        relists: 0,
        lags: [],
        problems: [],
        recoveries: 0,
      };
      lanes.set(name, found);
    }
    return found;
  }

  return {
    lanes,
    lane,
    sourceFacts: () => sourceFacts,
    rbac: () => rbac,
    declare(name, { subject }) {
      Object.assign(lane(name), { subject, retired: false });
    },
    retire(name) {
      lane(name).retired = true;
    },
    contact(name) {
      lane(name).contacts += 1;
    },
    lag(name, seconds) {
      lane(name).lags.push(seconds);
    },
    relist(name) {
      lane(name).relists += 1;
    },
    problem(name, problem) {
      const told = lane(name);
      if (
        told.problem?.code !== problem.code ||
        told.problem.sentence.text !== problem.sentence.text
      ) {
        told.problems.push(problem);
      }
      told.problem = problem;
    },
    recovered(name) {
      const told = lane(name);
      if (told.problem) {
        told.recoveries += 1;
      }
      told.problem = undefined;
    },
    facts(facts) {
      sourceFacts = facts;
    },
    missingRbac(yaml) {
      rbac = yaml;
    },
  };
}
