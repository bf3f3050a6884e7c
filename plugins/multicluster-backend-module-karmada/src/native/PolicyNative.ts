/**
 * What the rules need of a policy of either role.
 *
 * @internal
 */
export type PolicyNative = {
  sel: ResourceSelector[];
  /** `spec.priority` of placement policies. */
  prio?: number;
  /** `activationPreference: Lazy`: takes effect only at the next change of the template. */
  lazy?: true;
  /** `spec.suspension` of placement policies: dispatch held everywhere, or for these clusters. */
  hold?: true | string[];
  /** Who armed the hold, as our note on the policy says. */
  by?: string;
  /** Override policies: the rules that may change an image. */
  img?: ImageRule[];
};

/** A `resourceSelectors` entry. @internal */
export type ResourceSelector = {
  /** apiVersion. */
  a: string;
  k: string;
  ns?: string;
  n?: string;
  l?: LabelSelector;
};

/** A Kubernetes label selector. @internal */
export type LabelSelector = {
  m?: Record<string, string>;
  e?: Array<{ key: string; op: string; values: string[] }>;
};

/** Where a rule that touches images may apply. @internal */
export type ImageRule = {
  /** Only these clusters; absent: any. */
  in?: string[];
  /** Never these. */
  out?: string[];
};
