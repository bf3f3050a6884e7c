/** How far a deployment is, as far as its stages and gates care. @internal */
export type RunPhase = 'before' | 'running' | 'back' | 'over' | 'unknown';
