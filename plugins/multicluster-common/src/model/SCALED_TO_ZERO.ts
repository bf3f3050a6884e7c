/**
 * Reason in the summary of a placement that is converged because nobody wants copies of it: it is well, and runs nowhere.
 * Sources use it so that this is not shown as a placement that is missing.
 *
 * @public
 */
export const SCALED_TO_ZERO = 'ScaledToZero';
