/**
 * Kinds for which Karmada knows what healthy means: the built-in ones and those with Lua shipped in Karmada 1.18
 * (`pkg/resourceinterpreter/default`). Every other kind reads Healthy as soon as anything was reflected.
 */
const kinds = new Set([
  'apps/Deployment',
  'apps/StatefulSet',
  'apps/ReplicaSet',
  'apps/DaemonSet',
  '/Service',
  '/PersistentVolumeClaim',
  '/Pod',
  'networking.k8s.io/Ingress',
  'policy/PodDisruptionBudget',
  'apps.kruise.io/AdvancedCronJob',
  'apps.kruise.io/BroadcastJob',
  'apps.kruise.io/CloneSet',
  'apps.kruise.io/DaemonSet',
  'apps.kruise.io/SidecarSet',
  'apps.kruise.io/StatefulSet',
  'apps.kruise.io/UnitedDeployment',
  'argoproj.io/Workflow',
  'batch.volcano.sh/Job',
  'flink.apache.org/FlinkDeployment',
  'helm.toolkit.fluxcd.io/HelmRelease',
  'kubeflow.org/MPIJob',
  'kubeflow.org/Notebook',
  'kubeflow.org/PyTorchJob',
  'kubeflow.org/TFJob',
  'kustomize.toolkit.fluxcd.io/Kustomization',
  'kyverno.io/ClusterPolicy',
  'kyverno.io/Policy',
  'ray.io/RayCluster',
  'ray.io/RayJob',
  'ray.io/RayService',
  'source.toolkit.fluxcd.io/Bucket',
  'source.toolkit.fluxcd.io/GitRepository',
  'source.toolkit.fluxcd.io/HelmChart',
  'source.toolkit.fluxcd.io/HelmRepository',
  'source.toolkit.fluxcd.io/OCIRepository',
  'sparkoperator.k8s.io/SparkApplication',
]);

/**
 * Whether "Healthy" of this kind means anything. A kind that is not listed may have a customisation of the platform's
 * own; an Unhealthy then still counts, because without a model nothing is ever Unhealthy.
 *
 * @internal
 */
export function hasHealthModel(group: string, kind: string): boolean {
  return kinds.has(`${group}/${kind}`);
}
