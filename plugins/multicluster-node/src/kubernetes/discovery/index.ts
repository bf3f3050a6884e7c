export * from './ApiCatalog';
export * from './discoverApi';
export * from './missingRbacYaml';
export * from './reviewAccess';
