/** The platform's word on whom a namespace belongs to. */
export interface NamespaceMapping {
  controlPlane?: string;
  /** Anchored; from the glob of the configuration. */
  namespace: RegExp;
  /** Full entity ref. */
  ownerRef?: string;
  /** Full entity ref. */
  systemRef?: string;
}
