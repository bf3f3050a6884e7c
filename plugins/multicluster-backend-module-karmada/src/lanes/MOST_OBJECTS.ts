/** Rendered objects that are read of a lane; more bindings than this have more of them. @internal */
export const MOST_OBJECTS = 500;
