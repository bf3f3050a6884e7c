/**
 * Told of an enum value that this version of the module does not know. The value then reads `unknown`; the observer logs
 * each pair once.
 *
 * @internal
 */
export type UnknownValue = (field: string, value: string) => void;
