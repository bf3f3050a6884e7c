import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ServiceName } from '../wire/protocol';

/** One exchange with a real PipeCD. */
export interface RecordedExchange {
  service?: ServiceName;
  call?: string;
  note?: string;
  as?: unknown;
  request?: Record<string, unknown>;
  response?: Record<string, unknown>;
  response_bytes_base64?: string;
  error?: { code: number; details: string };
}

/** The exchanges of a recording, in order. */
export function recorded(name: string): RecordedExchange[] {
  const file = resolve(__dirname, 'recordings', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedExchange[];
}
