import { RawDeployment } from '../wire/messages';

/**
 * Which kind of piped runs a deployment.
 *
 * @remarks
 * A v1 piped sends `metadata_v2` from the first moment on, and gives stages an operation. Deploy targets, by which PipeCD's
 * own pages tell them apart, are missing where an application has plugins of stages alone.
 *
 * @internal
 */
export function generationOf(raw: RawDeployment): 'v0' | 'v1' {
  const operated = raw.stages?.some(stage => stage.available_operation);
  return raw.metadata_v2 || operated ? 'v1' : 'v0';
}
