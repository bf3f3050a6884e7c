export * from './EntityClaim';
export * from './MatchCandidate';
export * from './NamespaceMapping';
export * from './claimOfEntity';
export * from './matchWorkload';
