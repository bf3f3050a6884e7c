export * from './checkIdentityTemplate';
export * from './IdentityTemplate';
export * from './mapGroups';
export * from './mapPerson';
export * from './readIdentityTemplate';
export * from './UnmappedCallerError';
