/** What stands for a version that an override policy may change, so that nobody knows it. */
export const OVERRIDDEN = 'overridden';
