import { ExtensionDefinition } from '@backstage/frontend-plugin-api';

/** The fleet page and the overview cards. @internal */
export const fleetExtensions: ExtensionDefinition[] = [];
