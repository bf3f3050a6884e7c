/** The platform's word on whom pipelines belong to; where it names an owner and a system, both must be the entity's. */
export interface PipelineMapping {
  /** Configured name of the source; absent: any. */
  source?: string;
  /** Anchored; from the glob of the configuration. Looks at the name. */
  name: RegExp;
  /** Full entity ref. */
  ownerRef?: string;
  /** Full entity ref. Every entity names its own system, so alone it is as good as who may register entities. */
  systemRef?: string;
}
