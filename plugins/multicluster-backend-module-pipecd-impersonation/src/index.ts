/**
 * Acts at PipeCD in the name of the person who decides, by the signing key of its control plane. Read its README first.
 *
 * @packageDocumentation
 */
export { multiclusterModulePipecdImpersonation as default } from './module';
