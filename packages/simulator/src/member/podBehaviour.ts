import type { KubeObject } from '../apiserver/ObjectStore';
import type { PodTemplate } from '../karmada/model/Workload';

/** What becomes of a pod: it starts and serves, or one of the ways in which pods fail. */
export type PodBehaviour =
  | 'serve'
  | 'slow-start'
  | 'crash-loop'
  | 'image-missing'
  | 'never-ready'
  | 'fail';

/** The annotation of a pod that tells the embedded world what becomes of it. */
export const BEHAVIOUR_ANNOTATION = 'simulator.fairway.io/pod';

const NAMED: ReadonlySet<string> = new Set<PodBehaviour>([
  'serve',
  'slow-start',
  'crash-loop',
  'image-missing',
  'never-ready',
  'fail',
]);

const BY_TAG: Array<[RegExp, PodBehaviour]> = [
  [/:[^/]*(broken|crash)[^/]*$/, 'crash-loop'],
  [/:[^/]*missing[^/]*$/, 'image-missing'],
  [/:[^/]*slow[^/]*$/, 'slow-start'],
];

/**
 * What becomes of a pod: what its annotation says, or what its image tag suggests (`:2.0.0-broken`, `:missing`), so that
 * anyone can roll out something that fails without knowing this simulator.
 */
export function podBehaviour(pod: KubeObject): PodBehaviour {
  const named = pod.metadata.annotations?.[BEHAVIOUR_ANNOTATION] ?? '';
  if (NAMED.has(named)) {
    return named as PodBehaviour;
  }
  const { containers } = pod.spec as PodTemplate['spec'];
  const found = BY_TAG.find(([pattern]) =>
    containers.some(({ image }) => pattern.test(image)),
  );
  return found?.[1] ?? 'serve';
}
