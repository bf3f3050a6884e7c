export * from './EntityClaim';
export * from './MatchCandidate';
export * from './NamespaceMapping';
export * from './claimOfEntity';
export * from './entityFields';
export * from './matchWorkload';
