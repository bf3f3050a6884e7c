import { deriveCases } from './deriveCases';
import { factCases } from './factCases';
import { faultCases } from './faultCases';
import { FleetConformanceCase } from './FleetConformanceCase';
import { observationCases } from './observationCases';

/**
 * The rules that every source with a fleet keeps, whatever it reads and whatever runs them.
 *
 * @public
 */
export const fleetSourceCases: readonly FleetConformanceCase[] = [
  ...observationCases,
  ...faultCases,
  ...factCases,
  ...deriveCases,
];
