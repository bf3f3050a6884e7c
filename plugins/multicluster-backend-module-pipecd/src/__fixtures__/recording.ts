import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  RawApplication,
  RawDeployment,
  RawLiveState,
  RawPiped,
  RawStageLog,
} from '../wire/messages';

/** One call of a recorded journey, with its answer. */
export interface RecordedCall {
  /** ISO 8601. */
  at: string;
  service?: 'web' | 'api' | 'piped';
  call?: string;
  request?: { deployment_id?: string; stage_id?: string };
  response?: {
    deployment?: RawDeployment;
    deployments?: RawDeployment[];
    application?: RawApplication;
    applications?: RawApplication[];
    pipeds?: RawPiped[];
    snapshot?: RawLiveState;
    stage_logs?: Record<string, RawStageLog>;
    blocks?: RawStageLog['blocks'];
  };
  note?: string;
}

/** Reads a recorded journey. */
export function recording(name: string): RecordedCall[] {
  const file = resolvePackagePath(
    '@fairway/backstage-plugin-multicluster-backend-module-pipecd',
    `src/__fixtures__/recordings/${name}.json`,
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}
