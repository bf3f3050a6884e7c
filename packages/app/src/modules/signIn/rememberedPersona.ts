const KEY = 'fairway.demo.persona';

/** Who was chosen in this browser, so that a reload does not ask again. */
export const rememberedPersona = {
  get: () => window.localStorage.getItem(KEY) ?? undefined,
  set: (name: string) => window.localStorage.setItem(KEY, name),
  clear: () => window.localStorage.removeItem(KEY),
};
