/** What the tool wrote into its log when an approval had its effect. */
export interface ToolEntry {
  run: string;
  voter: string;
  /** Key by which the portal makes a repetition recognisable. The tool ignores it: it is the kind that counts twice. */
  key: string;
}
