/**
 * Characters of an annotation that are read. No claim needs as many, and taking a text apart costs up to its length
 * squared: one entity must not keep the matching of all others waiting.
 */
export const LONGEST_ANNOTATION = 4096;
