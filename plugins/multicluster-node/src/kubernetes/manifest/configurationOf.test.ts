import { configurationOf } from './configurationOf';

const container = (given: object) => ({
  spec: { containers: [{ name: 'shop', image: 'shop:v1', ...given }] },
});
const volume = (given: object) => ({
  spec: { volumes: [{ name: 'files', ...given }] },
});
const annotated = (annotations: object) => ({ metadata: { annotations } });

describe('configurationOf', () => {
  it.each`
    what                              | template                                                                                         | refs
    ${'a mounted ConfigMap'}          | ${volume({ configMap: { name: 'settings' } })}                                                   | ${[{ kind: 'ConfigMap', name: 'settings' }]}
    ${'a mounted Secret'}             | ${volume({ secret: { secretName: 'keys' } })}                                                    | ${[{ kind: 'Secret', name: 'keys' }]}
    ${'parts of a projected volume'}  | ${volume({ projected: { sources: [{ secret: { name: 'k' } }, { configMap: { name: 'c' } }] } })} | ${[{ kind: 'ConfigMap', name: 'c' }, { kind: 'Secret', name: 'k' }]}
    ${'all variables of a ConfigMap'} | ${container({ envFrom: [{ configMapRef: { name: 'settings' } }] })}                              | ${[{ kind: 'ConfigMap', name: 'settings' }]}
    ${'one variable of a Secret'}     | ${container({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'keys', key: 'a' } } }] })}  | ${[{ kind: 'Secret', name: 'keys' }]}
    ${'one named twice'}              | ${container({ envFrom: [{ secretRef: { name: 'keys' } }, { secretRef: { name: 'keys' } }] })}    | ${[{ kind: 'Secret', name: 'keys' }]}
    ${'a generated name'}             | ${volume({ configMap: { name: 'settings-9g48tkh5f2' } })}                                        | ${[{ kind: 'ConfigMap', name: 'settings', hash: '9g48tkh5f2' }]}
    ${'a name that ends otherwise'}   | ${volume({ configMap: { name: 'settings-production' } })}                                        | ${[{ kind: 'ConfigMap', name: 'settings-production' }]}
    ${'a checksum'}                   | ${annotated({ 'checksum/config': 'abc' })}                                                       | ${[{ kind: 'checksum', name: 'config', hash: 'abc' }]}
    ${'a checksum that is none'}      | ${annotated({ 'checksum/config': 'x'.repeat(129), 'checksum/a': 1 })}                            | ${[]}
    ${'other annotations'}            | ${annotated({ note: 'abc' })}                                                                    | ${[]}
    ${'a variable with a value'}      | ${container({ env: [{ name: 'PASSWORD', value: 'hunter2' }] })}                                  | ${[]}
    ${'a reference without a name'}   | ${volume({ configMap: {}, secret: { secretName: 3 } })}                                          | ${[]}
    ${'nothing'}                      | ${undefined}                                                                                     | ${[]}
  `('reads $what', ({ template, refs }) => {
    expect(configurationOf(template)).toEqual(refs);
  });
});
