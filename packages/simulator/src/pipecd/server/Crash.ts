/** A request that ends the process of a real control plane. */
export class Crash extends Error {}
