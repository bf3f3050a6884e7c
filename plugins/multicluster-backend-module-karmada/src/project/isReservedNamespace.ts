/** Namespaces that Karmada keeps to itself or never propagates from by default. */
const RESERVED = /^(?:karmada-system|karmada-cluster|karmada-es-.*|kube-.*)$/;

/** Whether Karmada propagates nothing from a namespace. @internal */
export function isReservedNamespace(namespace: string): boolean {
  return RESERVED.test(namespace);
}
