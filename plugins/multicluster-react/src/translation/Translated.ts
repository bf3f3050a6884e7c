/** The same tree of messages in another language: a missing key does not compile. @internal */
export type Translated<T> = {
  [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
};
