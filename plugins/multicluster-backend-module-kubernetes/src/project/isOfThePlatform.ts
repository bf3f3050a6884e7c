/** Namespaces that Kubernetes keeps to itself. */
const RESERVED = /^kube-/;

/**
 * Whether a namespace is the cluster's own: what runs there is nobody's service. Who wants to see it configures its name.
 *
 * @internal
 */
export function isOfThePlatform(namespace: string): boolean {
  return RESERVED.test(namespace);
}
