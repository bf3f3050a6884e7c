/** Chinese of the sentences of the back end, by code. A code that is missing here is shown in English. @internal */
export const sentencesZh: Readonly<Record<string, string>> = {};
