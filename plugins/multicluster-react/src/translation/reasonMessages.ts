import { entityReasonMessages } from './entityReasons';

/** English of {@link multiclusterReasonsTranslationRef}. @internal */
export const reasonMessages = { entity: entityReasonMessages } as const;
