/** The platform's word on whom a namespace belongs to; where it names an owner and a system, both must be the entity's. */
export interface NamespaceMapping {
  controlPlane?: string;
  /** Anchored; from the glob of the configuration. */
  namespace: RegExp;
  /** Full entity ref. */
  ownerRef?: string;
  /** Full entity ref. Every entity names its own system, so alone it is as good as who may register entities. */
  systemRef?: string;
}
