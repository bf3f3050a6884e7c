import { actionCases } from './actionCases';
import { capabilityCases } from './capabilityCases';
import { decideCases } from './decideCases';
import { deriveCases } from './deriveCases';
import { factCases } from './factCases';
import { faultCases } from './faultCases';
import { gateCases } from './gateCases';
import { hookCases } from './hookCases';
import { listCases } from './listCases';
import { logCases } from './logCases';
import { observationCases } from './observationCases';
import { readGateCases } from './readGateCases';
import { RunsConformanceCase } from './RunsConformanceCase';

/**
 * The rules that every source with runs keeps, whatever it reads and whatever runs them.
 *
 * @public
 */
export const runsSourceCases: readonly RunsConformanceCase[] = [
  ...observationCases,
  ...listCases,
  ...faultCases,
  ...factCases,
  ...deriveCases,
  ...capabilityCases,
  ...gateCases,
  ...readGateCases,
  ...decideCases,
  ...actionCases,
  ...logCases,
  ...hookCases,
];
