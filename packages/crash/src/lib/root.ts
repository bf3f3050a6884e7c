import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** Folder of the repository. */
export const root = resolvePackagePath('crash', '..', '..');
