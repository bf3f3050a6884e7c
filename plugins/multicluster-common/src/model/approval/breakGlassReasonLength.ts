/** Characters, without blanks around them, that a reason for deciding past the rules has at least: others judge by it afterwards. @public */
export const breakGlassReasonLength = 20;
