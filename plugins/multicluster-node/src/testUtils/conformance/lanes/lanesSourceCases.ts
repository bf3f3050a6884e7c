import { changeCases } from './changeCases';
import { formCases } from './formCases';
import { LanesConformanceCase } from './LanesConformanceCase';
import { lookCases } from './lookCases';

/**
 * The rules that every source with lanes keeps, whatever it holds and whatever runs them.
 *
 * @public
 */
export const lanesSourceCases: readonly LanesConformanceCase[] = [
  ...formCases,
  ...changeCases,
  ...lookCases,
];
