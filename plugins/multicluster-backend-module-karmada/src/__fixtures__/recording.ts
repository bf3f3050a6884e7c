import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

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
  const file = resolvePackagePath(
    '@fairway/backstage-plugin-multicluster-backend-module-karmada',
    `src/__fixtures__/recordings/${name}.json`,
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}
