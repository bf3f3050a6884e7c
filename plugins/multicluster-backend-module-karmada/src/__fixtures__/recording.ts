import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One event of a recorded journey, as an API server sent it. */
export interface RecordedEvent {
  /** Seconds since the journey began. */
  at: number;
  /** Which list it came from. */
  stream: string;
  type: 'LISTED' | 'ADDED' | 'MODIFIED' | 'DELETED';
  object: { metadata: Record<string, any>; [key: string]: any };
}

/** Reads a recorded journey. */
export function recording(name: string): RecordedEvent[] {
  return JSON.parse(
    readFileSync(join(__dirname, 'recordings', `${name}.json`), 'utf8'),
  );
}
