/** Times of watching over the kinds of templates, in milliseconds. @internal */
export interface TemplateTimings {
  /** How often the store is asked which kinds bindings refer to. */
  pollMs: number;
  /** How long new kinds are gathered. */
  gatherMs: number;
  /** How long a kind that was seen is kept although the store does not tell of it. */
  forgetMs: number;
  /** How often discovery is asked about a kind that is not served. */
  rediscoverMs: number;
}

/** {@inheritDoc TemplateTimings} @internal */
export const defaultTemplateTimings: TemplateTimings = {
  pollMs: 60_000,
  gatherMs: 500,
  forgetMs: 300_000,
  rediscoverMs: 30_000,
};
