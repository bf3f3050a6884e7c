import { ViewMeta } from '@fairway/backstage-plugin-multicluster-common';

/** A view before it is answered: revision and hint depend on who asks and are added then. */
export type ViewBody<T extends ViewMeta> = Omit<T, 'revision' | 'hint'>;
