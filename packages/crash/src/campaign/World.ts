import { StoryKind } from '../plan/StoryKind';
import { Plane } from '../plane/Plane';
import { Replicas } from '../portal/Replicas';
import { LaneTurns } from '../stream/LaneTurns';
import { LineStops } from '../stream/LineStops';
import { Stream } from '../stream/Stream';
import { Tool } from '../tool/Tool';

/** Everything that a campaign is about, running. */
export interface World {
  replicas: Replicas;
  tool: Tool;
  plane: Plane;
  streams: Record<StoryKind, Stream>;
  stops: LineStops;
  turns: LaneTurns;
  /** Resolves once people have seen again what waits for them, or do not come to that. */
  seen(): Promise<void>;
  /** Lets nobody go on waiting for what never comes. */
  giveUp(): void;
  close(): Promise<void>;
}
