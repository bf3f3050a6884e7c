import { ClientEntry } from '../check/ClientEntry';
import { Violation } from '../check/Violation';
import { Story } from '../plan/Story';
import { StoryKind } from '../plan/StoryKind';
import { PlaneEntry } from '../plane/PlaneEntry';
import { ToolEntry } from '../tool/ToolEntry';

/** Where stories of one kind are played. */
export interface Scene {
  readonly kind: StoryKind;
  /** No more of them at once. */
  readonly most: number;
  /** Begins what people decide about. Undefined: there is no room for it now. */
  enter(story: Story, signal: AbortSignal): Play | undefined;
}

/** One story on its way. */
export interface Play {
  /** What people are asked about in the end. */
  last: string;
  /** Whether it takes the place of something that they are asked about first, so that what is on its way may halt. */
  isAgain?: boolean;
  /** Whether that is everywhere, however it came there: nobody is asked about it then. */
  isThere?(): boolean;
  /** What goes on beside what people do. */
  aside?: Promise<void>;
  /** People are asked about it from now on. @returns once all has happened that comes after that */
  asked?(): Promise<void>;
  /** It is over, or was given up: makes room, and says what is to be said of it. */
  leave(client: readonly ClientEntry[]): Judgement;
}

/** What became of one story. */
export interface Judgement {
  /** What the far end wrote of it. */
  log: Array<ToolEntry | PlaneEntry>;
  /** Decisions that had their effect. */
  effects: number;
  violations: Violation[];
}
