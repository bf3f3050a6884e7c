import {
  LineStop,
  StopList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Acting, Writing } from './Acting';
import { Asking } from './FleetService';

/** What to stop. `until` is ISO 8601. */
export interface StopInput {
  scope: LineStop['scope'];
  reason: string;
  until: string;
}

/** Stops of the line, for someone. */
export interface StopService {
  list(options: Asking): Promise<StopList>;
  stop(input: StopInput, options: Writing): Promise<LineStop>;
  /** Throws a NotFoundError for a stop nobody knows. */
  lift(
    id: string,
    input: { reason: string },
    options: Writing,
  ): Promise<LineStop>;
}

/** Stops of the line, for whoever was already let in. */
export interface StopBook {
  /** Those that hold now, and those that ended within the last day; newest first. */
  list(): Promise<LineStop[]>;
  /** Throws an InputError when `until` has passed or is no moment, or when the scope names what there is not. */
  stop(input: StopInput, acting: Acting): Promise<LineStop>;
  /** Undefined: nobody knows it. */
  lift(
    id: string,
    input: { reason: string },
    acting: Acting,
  ): Promise<LineStop | undefined>;
}
