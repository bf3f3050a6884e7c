import { hasEntityOwner } from './hasEntityOwner';
import { isInEnvironment } from './isInEnvironment';
import { isOfKind } from './isOfKind';
import { isOfSource } from './isOfSource';

/** Rules by which a permission policy can tell requests for approval apart. */
export const approvalRules = {
  hasEntityOwner,
  isInEnvironment,
  isOfKind,
  isOfSource,
};
