export * from './safeUrl';
export * from './ToolLink';
