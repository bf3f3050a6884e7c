/** What must hold whatever crashed, and did not. */
export interface Violation {
  rule:
    | 'lost'
    | 'forgotten'
    | 'twice'
    | 'contradicted'
    | 'unasked'
    | 'no-row'
    | 'early'
    | 'open'
    | 'unfinished'
    | 'untold'
    | 'unwritten'
    | 'written-twice'
    | 'broken-trail'
    | 'passed-stop'
    | 'undone'
    | 'unknown-hold';
  run: string;
  voter?: string;
  cluster?: string;
}
