import { Crash } from './Crash';
import { StoryKind } from './StoryKind';

/** Whether stories of that kind begin: a point is tried while nothing else begins that passes it too; at random moments there is everything. */
export function decidesAbout(crash: Crash, kind: StoryKind): boolean {
  return crash.kind === 'time' || crash.among === kind;
}
