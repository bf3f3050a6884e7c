export type { LiveResult } from './LiveResult';
export type { LiveSnapshot } from './LiveSnapshot';
export { errorStatus } from './errorStatus';
export type { ListPages } from './readPages';
export type { PagedResult } from './usePagedView';
