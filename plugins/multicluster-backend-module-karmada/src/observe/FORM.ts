/** Form of the facts, see versionedSink. Raised whenever project gives other facts of the same object. @internal */
export const FORM = 'k7:';
