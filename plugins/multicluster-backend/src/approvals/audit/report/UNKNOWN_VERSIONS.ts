import { OVERRIDDEN } from './OVERRIDDEN';

/** Values of a version that say that nobody knows it: no change of content is seen in them. */
export const UNKNOWN_VERSIONS = ['unknown', OVERRIDDEN, ''];
