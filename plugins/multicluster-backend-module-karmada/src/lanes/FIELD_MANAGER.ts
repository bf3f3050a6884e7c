/** Under which name the portal manages the field that holds; nobody else may manage it beside. @internal */
export const FIELD_MANAGER = 'fairway';
